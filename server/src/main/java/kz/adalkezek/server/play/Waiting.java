package kz.adalkezek.server.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.GroupCode;

/// Who waits, as everybody can see it. Asked anew when the log has grown, and after a while: who
/// was away until a certain time waits again without an event.
final class Waiting {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Premises premises;
    private final Wire wire;
    private final Hearing hearing;
    private JsonNode waiting = MissingNode.getInstance();
    private long size = -1;
    private Instant asked = Instant.EPOCH;

    Waiting(Premises premises, Wire wire, Hearing hearing) {
        this.premises = premises;
        this.wire = wire;
        this.hearing = hearing;
    }

    /// Whether a desk could call somebody, as far as its counter's groups tell.
    boolean isFor(DeskId desk, Instant now) {
        asks(now);
        var counter = premises.counter(desk);
        for (var one : waiting) {
            var group = new GroupCode(one.path("group").asText());
            var since = OffsetDateTime.parse(one.path("since").asText()).toInstant();
            boolean helped = !since.plus(premises.policy().helpAfter()).isAfter(now);
            if (counter.primary().contains(group)
                    || (helped && counter.secondary().contains(group))) {
                return true;
            }
        }
        return false;
    }

    private void asks(Instant now) {
        long grown = hearing.next();
        if (size != grown || asked.plus(FRESH).isBefore(now)) {
            var answer = wire.get("/api/v1/line", "");
            if (!answer.isGood()) {
                throw new Wire.StrayAnswerException("the line was answered " + answer);
            }
            waiting = answer.body().path("waiting");
            size = grown;
            asked = now;
        }
    }
}
