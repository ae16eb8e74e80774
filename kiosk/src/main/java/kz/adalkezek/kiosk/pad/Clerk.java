package kz.adalkezek.kiosk.pad;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kz.adalkezek.kiosk.link.DeskLink;
import kz.adalkezek.kiosk.link.Desks.Desk;
import kz.adalkezek.kiosk.link.Reply;
import kz.adalkezek.queue.RequestId;

/// Does at the branch what an operator has typed, and says in a few ASCII letters what came of it.
/// The session lives in memory alone. For one thread.
final class Clerk {

    private static final String NOBODY = "SIGN IN";
    private static final String WHAT = "WHAT?";
    private static final String ENDED = "not-signed-in";

    private final DeskLink link;
    private final Sheet sheet;
    private Optional<String> session = Optional.empty();

    Clerk(DeskLink link, Sheet sheet) {
        this.link = link;
        this.sheet = sheet;
    }

    String obey(String typed) throws InterruptedException {
        var order = Order.of(typed);
        if (order.isEmpty()) {
            return WHAT;
        }
        return switch (order.get()) {
            case Order.SignIn(var number, var secret) -> signIn(sheet.prefix() + number, secret);
            case Order.Act(var action) -> act(action, Optional.empty());
            case Order.Finish(int nth) ->
                    nth <= sheet.outcomes().size()
                            ? act("finish", Optional.of(sheet.outcomes().get(nth - 1)))
                            : WHAT;
            case Order.SignOut _ -> signOut();
        };
    }

    private String signIn(String operator, String secret) throws InterruptedException {
        session = Optional.empty();
        return switch (link.signIn(operator, secret)) {
            case Reply.Answer<String>(var token) -> {
                session = Optional.of(token);
                yield act("open", Optional.empty());
            }
            case Reply.Refusal<String>(var problem) -> problem.code();
            case Reply.NotNow<String> _, Reply.Strange<String> _ -> "NO CONNECTION";
        };
    }

    /// Where the answer is lost the same request is sent once more, so it is done once at most.
    private String act(String action, Optional<String> outcome) throws InterruptedException {
        if (session.isEmpty()) {
            return NOBODY;
        }
        var request = new RequestId(UUID.randomUUID());
        var answer = link.act(session.get(), request, action, outcome);
        if (answer instanceof Reply.NotNow<Desk>) {
            answer = link.act(session.get(), request, action, outcome);
        }
        return switch (answer) {
            case Reply.Answer<Desk>(var desk) -> word(desk);
            case Reply.Refusal<Desk>(var problem) -> {
                if (problem.code().equals(ENDED)) {
                    session = Optional.empty();
                    yield NOBODY;
                }
                yield problem.code();
            }
            case Reply.NotNow<Desk> _, Reply.Strange<Desk> _ -> "NO CONNECTION";
        };
    }

    /// The counter is closed first; a session that nobody uses ends by itself.
    private String signOut() throws InterruptedException {
        var said = act("close", Optional.empty());
        session = Optional.empty();
        return said;
    }

    private static String word(Desk desk) {
        var state = desk.state().toUpperCase(Locale.ROOT);
        return desk.number().map(number -> state + " " + number).orElse(state);
    }
}
