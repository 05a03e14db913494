package io.leasehold.sandbox.iam;

import io.leasehold.sandbox.account.Call;
import io.leasehold.sandbox.wire.AwsError;
import io.leasehold.sandbox.wire.Constraints;
import java.util.regex.Pattern;

/** The rules for names and paths. */
final class Names {

    private static final int MAX_NAME = 128;
    private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]+");
    private static final Pattern PATH = Pattern.compile("/|/[!-~]+/");

    private Names() {}

    /** A name of at most 128 characters that must be there. */
    static String of(Call call, String parameter) {
        return of(call, parameter, MAX_NAME);
    }

    /** A name of at most {@code max} characters that must be there. */
    static String of(Call call, String parameter, int max) {
        return checked(parameter, call.form().get(parameter), max);
    }

    static String checked(String parameter, String name, int max) {
        new Constraints().length(parameter, name, 1, max).check();
        if (!NAME.matcher(name).matches()) {
            throw AwsError.VALIDATION_ERROR.with("The specified value for " + wireName(parameter)
                    + " is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-");
        }
        return name;
    }

    /** The path of a new entity, a slash when the call passes none. */
    static String path(Call call) {
        return path("Path", call.form().find("Path").orElse("/"));
    }

    static String path(String parameter, String path) {
        new Constraints().length(parameter, path, 1, 512).check();
        if (!PATH.matcher(path).matches()) {
            throw AwsError.VALIDATION_ERROR.with("The specified value for " + wireName(parameter)
                    + " is invalid. It must begin and end with / and contain only alphanumeric characters and/or /"
                    + " characters.");
        }
        return path;
    }

    private static String wireName(String parameter) {
        return Character.toLowerCase(parameter.charAt(0)) + parameter.substring(1);
    }
}
