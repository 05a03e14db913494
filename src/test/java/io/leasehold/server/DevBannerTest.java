package io.leasehold.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.leasehold.logical.SecretString;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevBannerTest {
    private static final DevFacts WITH_SANDBOX = new DevFacts(
            "http://127.0.0.1:8200",
            SecretString.of("hvs.root"),
            Optional.of(new DevFacts.SandboxKeys("AKIASANDBOX", SecretString.of("wJalr/secret"))));
    private static final DevFacts WITHOUT_SANDBOX =
            new DevFacts("http://127.0.0.1:8200", SecretString.of("hvs.root"), Optional.empty());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Never use it in production",
                "Address:           http://127.0.0.1:8200",
                "Root token:        hvs.root",
                "    export VAULT_ADDR='http://127.0.0.1:8200'",
                "    export VAULT_TOKEN='hvs.root'",
                "Sandbox key id:    AKIASANDBOX",
                "Sandbox secret:    wJalr/secret",
                "    curl -s -H 'X-Vault-Token: hvs.root' http://127.0.0.1:8200/v1/sandbox/creds/app-readonly",
                "access_key='AKIASANDBOX' secret_key='wJalr/secret' region='ap-northeast-1'"
            })
    void theBannerSaysWhereWhoAndWhatToTry(String line) {
        // When
        final String banner = DevBanner.text(WITH_SANDBOX);

        // Then
        assertTrue(banner.contains(line), banner);
    }

    @Test
    void theSixStepsOfTheArticleAreThereInTheirOrder() {
        // Given
        final List<String> commands = List.of(
                "vault secrets enable aws",
                "vault write aws/config/root ",
                "vault write aws/roles/app-readonly credential_type=assumed_role",
                "vault read aws/creds/app-readonly",
                "vault lease renew <lease_id>",
                "vault lease revoke <lease_id>");

        // When
        final List<String> shown = DevBanner.text(WITH_SANDBOX)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("vault "))
                .toList();

        // Then
        assertEquals(commands.size(), shown.size());
        for (int i = 0; i < commands.size(); i++) {
            assertTrue(shown.get(i).startsWith(commands.get(i)), shown.get(i));
        }
    }

    @Test
    void withoutTheSandboxNothingOfItIsShown() {
        // When
        final String banner = DevBanner.text(WITHOUT_SANDBOX);

        // Then
        assertFalse(
                Pattern.compile("sandbox", Pattern.CASE_INSENSITIVE)
                        .matcher(banner)
                        .find(),
                banner);
        assertTrue(banner.contains("access_key='AKIA...'"), banner);
    }

    @Test
    void theFactsThemselvesPrintNoSecret() {
        // When
        final String printed = WITH_SANDBOX.toString();

        // Then
        assertFalse(printed.contains("hvs.root") || printed.contains("wJalr"), printed);
    }
}
