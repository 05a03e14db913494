package io.leasehold.server;

import io.leasehold.logical.SecretString;

/** What dev mode tells the person who started it: where it is, who they are, and what to try. */
final class DevBanner {
    private static final String NO_KEY_ID = "AKIA...";
    private static final String NO_SECRET = "...";

    private DevBanner() {}

    /** The banner, ending with a line break. It shows the root token and the sandbox's keys: dev mode's own secrets. */
    static String text(DevFacts facts) {
        return warning()
                + whereAndWho(facts)
                + (facts.sandbox().isPresent() ? credentialsNow(facts) : "")
                + steps(facts);
    }

    private static String warning() {
        return """

                ==> Leasehold runs in dev mode. Never use it in production.
                    It is unsealed, its root token is shown below, and all that it knows lives in memory and
                    in a temporary folder: when it stops, everything is gone.

                """;
    }

    private static String whereAndWho(DevFacts facts) {
        return """
                    Address:           %1$s
                    Root token:        %2$s
                %3$s
                In another terminal:

                    export VAULT_ADDR='%1$s'
                    export VAULT_TOKEN='%2$s'

                """.formatted(facts.address(), facts.rootToken().reveal(), sandboxKeys(facts));
    }

    private static String sandboxKeys(DevFacts facts) {
        return facts.sandbox()
                .map(keys ->
                        """
                    Sandbox key id:    %s
                    Sandbox secret:    %s
                """.formatted(keys.accessKeyId(), keys.secretAccessKey().reveal()))
                .orElse("");
    }

    private static String credentialsNow(DevFacts facts) {
        return """
                Credentials now, from the mount that is ready:

                    curl -s -H 'X-Vault-Token: %s' %s/v1/sandbox/creds/app-readonly

                """.formatted(facts.rootToken().reveal(), facts.address());
    }

    private static String steps(DevFacts facts) {
        final String keyId =
                facts.sandbox().map(DevFacts.SandboxKeys::accessKeyId).orElse(NO_KEY_ID);
        final String secret = facts.sandbox()
                .map(DevFacts.SandboxKeys::secretAccessKey)
                .map(SecretString::reveal)
                .orElse(NO_SECRET);
        return """
                The same by hand, with the vault command line:

                    # 1) Enable the engine
                    vault secrets enable aws
                    # 2) Give it %3$s keys
                    vault write aws/config/root access_key='%1$s' secret_key='%2$s' region='ap-northeast-1'
                    # 3) Name the IAM role to assume, and for how long
                    vault write aws/roles/app-readonly credential_type=assumed_role \\
                      role_arn='arn:aws:iam::111122223333:role/ProdAppReadOnly' default_sts_ttl=30m max_sts_ttl=1h
                    # 4) Read credentials
                    vault read aws/creds/app-readonly
                    # 5) Renew the lease that was printed
                    vault lease renew <lease_id>
                    # 6) Revoke it
                    vault lease revoke <lease_id>

                """.formatted(keyId, secret, facts.sandbox().isPresent() ? "the sandbox's" : "your own");
    }
}
