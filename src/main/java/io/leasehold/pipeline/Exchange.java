package io.leasehold.pipeline;

import io.leasehold.logical.Caller;
import io.leasehold.logical.LogicalRequest;
import io.leasehold.logical.MountPoint;
import io.leasehold.token.TokenAuthenticator.Identified;
import java.util.Optional;

/**
 * A request on the road, with what is known of it so far.
 *
 * @param request as it arrived
 * @param identified who asks, if the token is valid
 * @param mount that serves the path, if there is one
 * @param route the path inside the mount, or why there is none
 */
record Exchange(LogicalRequest request, Identified identified, Optional<MountPoint> mount, Route route) {
    Caller caller() {
        return identified.caller().orElse(Caller.nobody());
    }

    boolean lastUse() {
        return identified.lastUse();
    }
}
