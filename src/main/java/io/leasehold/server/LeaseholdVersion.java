package io.leasehold.server;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The product's own version, as the build wrote it into the archive; unknown where the classes lie in a folder. */
final class LeaseholdVersion implements IVersionProvider {
    /** Read when the class is initialised: a native executable has no archive to ask later. */
    private static final Optional<String> VERSION =
            Optional.ofNullable(LeaseholdVersion.class.getPackage().getImplementationVersion());

    @Override
    public String[] getVersion() {
        return new String[] {"Leasehold " + VERSION.orElse("(version unknown)")};
    }
}
