package io.leasehold.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.leasehold.logical.Caller;
import io.leasehold.logical.LogicalRequest;
import io.leasehold.logical.Operation;
import io.leasehold.logical.VaultException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditLogTest {
    private static final AuditEntry ENTRY = new AuditEntry(
            AuditEntry.Type.REQUEST,
            new LogicalRequest("id", Operation.READ, "aws/creds/x", Map.of(), Optional.empty(), "127.0.0.1"),
            Caller.nobody(),
            Optional.empty(),
            Optional.empty());
    private static final AuditDevice BROKEN = entry -> Uni.createFrom().failure(new IllegalStateException("disk full"));
    private final List<AuditEntry> written = new ArrayList<>();
    private final AuditDevice working = entry -> Uni.createFrom().voidItem().invoke(() -> written.add(entry));

    @Test
    void withoutDevicesNothingIsRecordedAndNothingRefused() {
        // When
        UniAssertSubscriber<Void> recording = record(List.of());

        // Then
        recording.assertCompleted();
    }

    @Test
    void everyDeviceGetsTheEntry() {
        // When
        record(List.of(working, working)).assertCompleted();

        // Then
        assertEquals(List.of(ENTRY, ENTRY), written);
    }

    @Test
    void oneDeviceThatTookItIsEnough() {
        // When
        record(List.of(BROKEN, working)).assertCompleted();

        // Then
        assertEquals(List.of(ENTRY), written);
    }

    @Test
    void aRequestThatNoDeviceTookIsRefusedWithoutTheReason() {
        // When
        UniAssertSubscriber<Void> recording = record(List.of(BROKEN, BROKEN));

        // Then
        recording.assertFailedWith(VaultException.class, "internal error");
    }

    private static UniAssertSubscriber<Void> record(List<AuditDevice> devices) {
        return new AuditLog(devices).record(ENTRY).subscribe().withSubscriber(UniAssertSubscriber.create());
    }
}
