package io.leasehold.aws;

import io.leasehold.logical.GoText;
import io.leasehold.logical.MountPoint;
import io.leasehold.logical.Renewal;
import io.leasehold.logical.VaultException;
import java.util.List;
import java.util.Map;

/**
 * The options of a mount of the AWS engine: {@code sts_renewal} says what a renew of a session's lease answers, either
 * what is left of the session ({@code remaining}) or Vault's refusal ({@code never}).
 */
final class MountOptions {
    private static final String STS_RENEWAL = "sts_renewal";
    private static final String NEVER = "never";
    private static final List<String> RENEWALS = List.of("remaining", NEVER);
    private static final Renewal REMAINS = new Renewal.Remains(List.of(
            "AWS does not extend a session: lease_duration is what is left of it. Read new credentials instead."));

    private MountOptions() {}

    /**
     * Lets options pass that the engine takes; an empty value takes an option away.
     *
     * @throws VaultException 400 for any other
     */
    static void check(Map<String, String> options) {
        options.forEach((name, value) -> {
            if (value != null && !value.isEmpty()) {
                check(name, value);
            }
        });
    }

    private static void check(String name, String value) {
        if (name.equals("version")) {
            throw VaultException.invalid("secrets engine \"aws\" does not allow setting a version");
        }
        if (!name.equals(STS_RENEWAL)) {
            throw VaultException.invalid("secrets engine \"aws\" does not take the option " + GoText.quote(name));
        }
        if (!RENEWALS.contains(value)) {
            throw VaultException.invalid("invalid sts_renewal " + GoText.quote(value) + ": must be remaining or never");
        }
    }

    /** What a renew of a session's lease answers. */
    static Renewal renewalOfSessions(MountPoint mount) {
        return mount.option(STS_RENEWAL).equals(NEVER) ? new Renewal.Refuse() : REMAINS;
    }
}
