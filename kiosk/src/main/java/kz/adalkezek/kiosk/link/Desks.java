package kz.adalkezek.kiosk.link;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.adalkezek.queue.TicketNumber;

/// The counters as everybody may see them: `GET /api/v1/desks`.
///
/// @param size of the log that says so
public record Desks(long size, Map<Integer, Desk> byCounter) {

    static final int DESKS_MAX = 999;
    private static final int STATE_MAX_CHARS = 20;
    private static final int NUMBER_MAX_CHARS = 6;

    /// @param state such as `called`, `serving`, `ready`, `closed`
    public record Desk(String state, Optional<TicketNumber> number) {}

    public Desks {
        byCounter = Collections.unmodifiableMap(new TreeMap<>(byCounter));
    }

    static Desks of(Reading answer) throws StrangeAnswerException {
        var desks = new TreeMap<Integer, Desk>();
        for (var desk : answer.objects("desks", DESKS_MAX)) {
            desks.put(Math.toIntExact(desk.number("counter", DESKS_MAX)), desk(desk));
        }
        return new Desks(answer.number("size", Hall.SIZE_MAX), desks);
    }

    static Desk desk(Reading desk) throws StrangeAnswerException {
        return new Desk(desk.text("state", STATE_MAX_CHARS), number(desk));
    }

    private static Optional<TicketNumber> number(Reading desk) throws StrangeAnswerException {
        var text = desk.textIfAny("number", NUMBER_MAX_CHARS);
        try {
            return text.map(TicketNumber::parse);
        } catch (IllegalArgumentException e) {
            throw desk.wrong("number", "is no number of a ticket");
        }
    }
}
