package io.leasehold.pipeline;

import io.leasehold.logical.Caller;
import io.leasehold.logical.ErrorKind;
import io.leasehold.logical.ErrorList;
import io.leasehold.logical.Guard;
import io.leasehold.logical.VaultException;
import io.leasehold.policy.Acl;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Decides whether the caller may. Whether the path exists plays no part in the answer. */
@Singleton
class Gate {
    Decided decide(Exchange exchange) {
        return new Decided(exchange, refusal(exchange));
    }

    private static Optional<VaultException> refusal(Exchange exchange) {
        if (exchange.route().guard() == Guard.OPEN) {
            return Optional.empty();
        }
        Optional<Caller> caller = exchange.identified().caller();
        if (caller.isEmpty()) {
            return Optional.of(unknownToken(exchange));
        }
        return isAllowed(exchange, Acl.of(caller.get().policies()))
                ? Optional.empty()
                : Optional.of(VaultException.denied());
    }

    private static boolean isAllowed(Exchange exchange, Acl acl) {
        String path = exchange.request().path();
        boolean sudo = exchange.route().guard() == Guard.SUDO;
        return acl.allows(exchange.request().operation(), path) && (!sudo || acl.allowsSudo(path));
    }

    private static VaultException unknownToken(Exchange exchange) {
        boolean sent =
                exchange.request().token().filter(token -> !token.isEmpty()).isPresent();
        String text = sent ? ErrorList.of(List.of("permission denied", "invalid token")) : "permission denied";
        return new VaultException(ErrorKind.PERMISSION_DENIED, text);
    }
}
