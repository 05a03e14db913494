package io.leasehold.http;

import io.leasehold.logical.ErrorKind;
import io.leasehold.logical.Ids;
import io.leasehold.logical.VaultException;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a failure becomes a status and a body. */
@Singleton
class ErrorMappers {
    private final WireJson json;
    private final Ids ids;

    ErrorMappers(WireJson json, Ids ids) {
        this.json = json;
        this.ids = ids;
    }

    @ServerExceptionMapper
    Response refused(VaultException refusal) {
        return answer(refusal.kind().status(), refusal.messages());
    }

    @ServerExceptionMapper
    Response unprintable(LogicalPath.BodylessRefusal refusal) {
        return Answer.of(ErrorKind.INVALID_REQUEST.status(), new byte[0]);
    }

    /** No such page, or a verb that is not offered: an empty list with the framework's status. */
    @ServerExceptionMapper
    Response unknown(WebApplicationException refusal) {
        return answer(refusal.getResponse().getStatus(), List.of());
    }

    /** Our fault: the caller gets a name for it, the log the cause. */
    @ServerExceptionMapper
    Response unforeseen(Throwable failure) {
        String incident = ids.uuid();
        Log.errorf(failure, "internal error %s", incident);
        return answer(ErrorKind.INTERNAL.status(), List.of("internal error, incident " + incident));
    }

    private Response answer(int status, List<String> messages) {
        return Answer.of(status, json.write(new ErrorBody(messages)));
    }
}
