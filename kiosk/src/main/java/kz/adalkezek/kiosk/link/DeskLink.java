package kz.adalkezek.kiosk.link;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import kz.adalkezek.queue.RequestId;

/// What an operator does at one counter, in the operator's own name and not in the kiosk's. Safe
/// for several threads.
public final class DeskLink {

    private static final int SESSION_MAX_CHARS = 200;

    private final BranchLink link;
    private final int counter;

    public DeskLink(BranchLink link, int counter) {
        this.link = link;
        this.counter = counter;
    }

    /// Signs an operator in.
    ///
    /// @return the token of the session
    public Reply<String> signIn(String operator, String secret) throws InterruptedException {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("operator", operator).put("secret", secret);
        return link.send(
                link.post("sessions", body.toString()),
                "kk",
                answer -> Reading.of(answer).text("token", SESSION_MAX_CHARS));
    }

    /// @param session the token of the operator's session
    /// @param outcome of a service that is finished
    public Reply<Desks.Desk> act(
            String session, RequestId request, String action, Optional<String> outcome)
            throws InterruptedException {
        var body = JsonNodeFactory.instance.objectNode().put("action", action);
        outcome.ifPresent(code -> body.put("outcome", code));
        return link.sendAs(
                session,
                link.put("desks/" + counter + "/" + request, body.toString()),
                "kk",
                BranchLink.JSON,
                answer -> Desks.desk(Reading.of(answer)));
    }
}
