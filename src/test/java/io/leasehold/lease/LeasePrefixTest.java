package io.leasehold.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeasePrefixTest {
    @ParameterizedTest(name = "{0} holds {1}: {2}")
    @CsvSource({
        "aws/creds/deploy, aws/creds/deploy/x, true",
        "aws/creds/deploy/, aws/creds/deploy/x, true",
        "aws/creds/dep, aws/creds/deploy/x, false",
        "aws/creds/deploy, aws/creds/deploy-2/x, false",
        "aws/creds/deploy, aws/creds/deploy, false",
        "aws/creds/deploy, aws/creds/deploy0, false",
        "aws/creds/deploy, aws/creds/deploy/zzzz, true",
        "aws/creds/deploy, aws/creds/deploy/über, true",
        "aws, aws/creds/deploy/x, true",
        "aws, aws2/creds/deploy/x, false",
        "'', aws/creds/deploy/x, true",
        "'', zz/creds/deploy/x, true",
        "'', ünder/creds/deploy/x, true"
    })
    void aPrefixIsADirectory(String prefix, String id, boolean expected) {
        // Given
        LeasePrefix directory = LeasePrefix.of(prefix);

        // When
        boolean inside = directory.from().compareTo(id) <= 0 && id.compareTo(directory.to()) < 0;

        // Then
        assertEquals(expected, inside);
    }
}
