package kz.adalkezek.server.edge;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import kz.adalkezek.queue.Block;
import kz.adalkezek.queue.Decision;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.TicketNumber;
import kz.adalkezek.server.branch.Asker;
import kz.adalkezek.server.branch.Fingerprint;
import kz.adalkezek.server.branch.Outcome;
import kz.adalkezek.server.branch.Waits;
import kz.adalkezek.server.staff.Identity;
import kz.adalkezek.server.web.JsonBody;
import kz.adalkezek.server.web.Problem;
import kz.adalkezek.server.web.ProblemCode;
import kz.adalkezek.server.web.Requests;

/// What every route that commands has in common.
public final class Edge {

    private Edge() {}

    public static RequestId request(Context ctx, String param) {
        return new RequestId(Requests.id(ctx, param));
    }

    public static Asker asker(Identity identity) {
        return switch (identity) {
            case Identity.Person(var account, _) -> new Asker.Staff(account);
            case Identity.Device(var id, _) -> new Asker.Device(new DeviceId(id));
        };
    }

    /// The same command sent again has the same fingerprint.
    public static Fingerprint fingerprint(String route, Asker asker, JsonBody body) {
        var name =
                switch (asker) {
                    case Asker.Staff(var account) -> "staff " + account;
                    case Asker.Device(var id) -> "device " + id;
                    case Asker.Itself _ -> "citizen";
                };
        return Fingerprint.of(route, name, body.members());
    }

    /// What the law decided.
    ///
    /// @throws kz.adalkezek.server.web.ProblemException where the answer is no
    public static Decision decided(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Decided(Decision.Refused(var why, _)) ->
                    throw Problem.refused(why).asException();
            case Outcome.Decided(var decision) -> decision;
            case Outcome.Reused _ -> throw Problem.of(ProblemCode.REQUEST_REUSED).asException();
            case Outcome.Busy _ -> throw Problem.of(ProblemCode.BUSY).asException();
            case Outcome.NoSpace _ -> throw Problem.of(ProblemCode.NO_SPACE).asException();
        };
    }

    /// The first entry that a command has made, now or when it was asked before.
    ///
    /// @param log answers an entry by its index
    public static Entry first(Decision decision, LongFunction<Entry> log) {
        return switch (decision) {
            case Decision.Accepted(var entries) -> entries.getFirst();
            case Decision.Repeated(var index) -> log.apply(index);
            case Decision.Nothing _, Decision.Refused _ ->
                    throw new IllegalStateException("it has made nothing: " + decision);
        };
    }

    /// `letter`, `from`, `to` and `day` of a body.
    public static Block block(JsonBody body) {
        int from = body.number("from", 1, TicketNumber.LAST_ORDINAL);
        int to = body.number("to", from, TicketNumber.LAST_ORDINAL);
        return new Block(letter(body), from, to, body.day("day"));
    }

    public static char letter(JsonBody body) {
        var text = body.text("letter");
        if (text.length() != 1 || text.charAt(0) < 'A' || text.charAt(0) > 'Z') {
            throw JsonBody.wrong("letter");
        }
        return text.charAt(0);
    }

    public static Map<String, Object> form(Block block) {
        var form = new LinkedHashMap<String, Object>();
        form.put("letter", Character.toString(block.letter()));
        form.put("from", block.from());
        form.put("to", block.to());
        form.put("day", block.day().toString());
        return form;
    }

    /// Seconds, as everywhere outside.
    public static Map<String, Object> wait(Waits.Told told) {
        var wait = new LinkedHashMap<String, Object>();
        wait.put("p50", told.p50().toSeconds());
        wait.put("p90", told.p90().toSeconds());
        wait.put("learned", told.learned());
        return wait;
    }
}
