package io.leasehold.audit;

import io.leasehold.logical.ErrorKind;
import io.leasehold.logical.VaultException;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Writes each entry to all devices. One that took it is enough; none fails the request with 500. Without devices
 * nothing is recorded, as in Vault.
 */
@Singleton
public class AuditLog {
    private final List<AuditDevice> devices;

    AuditLog(@All List<AuditDevice> devices) {
        this.devices = List.copyOf(devices);
    }

    /** Records an entry. */
    public Uni<Void> record(AuditEntry entry) {
        if (devices.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Uni<Boolean>> writes =
                devices.stream().map(device -> write(device, entry)).toList();
        return Uni.join().all(writes).andFailFast().invoke(AuditLog::requireOne).replaceWithVoid();
    }

    private static Uni<Boolean> write(AuditDevice device, AuditEntry entry) {
        return device.write(entry)
                .replaceWith(true)
                .onFailure()
                .invoke(failure -> Log.errorf("audit device failed: %s", failure.getMessage()))
                .onFailure()
                .recoverWithItem(false);
    }

    private static void requireOne(List<Boolean> written) {
        if (!written.contains(true)) {
            throw new VaultException(ErrorKind.INTERNAL, "internal error");
        }
    }
}
