package kz.adalkezek.server.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import kz.adalkezek.server.outside.Client.Answer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `kill -9` under load, again and again, on one data directory. To replay a seed, put it into
/// [#seeds]; the instants of the kills stay the machine's.
final class CrashIT {

    private static final int KILLS = 20;
    private static final int DESKS = 3;
    private static final int ANSWERS_MIN = 20;
    private static final int ANSWERS_MAX = 250;

    private final Map<UUID, Answer> everyTicket = new HashMap<>();

    static Stream<Long> seeds() {
        return Stream.of(new Random().nextLong());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void keepsEveryAcknowledgedTicketThroughTwentyKills(long seed, @TempDir Path data)
            throws IOException, InterruptedException {
        var random = new Random(seed);
        var launch = Launch.BRIEF.with("--unlimited");
        var server = launch.start(data);
        try {
            var sessions = sessions(server.client());
            for (int kill = 0; kill < KILLS; kill++) {
                var load = new Load(server, sessions);
                load.untilKilled(random.nextInt(ANSWERS_MIN, ANSWERS_MAX), random);
                server = launch.start(data);
                hasForgottenNothing(load, server);
                sendsAgain(load, server);
                hasOneEffectPerRequest(new LogFiles(data).entries());
                Soundness.requireSound(data.toString());
            }
            Soundness.requireSound(server.url().toString());
        } finally {
            server.close();
        }
    }

    /// They last longer than the process.
    private static Map<Access.Operator, String> sessions(Client client) throws IOException {
        var sessions = new HashMap<Access.Operator, String>();
        for (var operator : client.access().operators().subList(0, DESKS)) {
            sessions.put(operator, client.session(operator));
        }
        return sessions;
    }

    /// The acknowledged tickets of all rounds are in the log, those of this round in the answers.
    private void hasForgottenNothing(Load load, ChildServer server) throws IOException {
        everyTicket.putAll(load.tickets);
        long covered = server.client().checkpointSize();
        var entries = new LogFiles(server.data()).entries();
        for (var ticket : everyTicket.entrySet()) {
            long index = ticket.getValue().number("index");
            assertThat(index).isLessThan(covered);
            var entry = entries.get((int) index);
            assertThat(entry.path("t").asText()).isEqualTo("ticket.issued");
            assertThat(entry.path("request").asText()).isEqualTo(ticket.getKey().toString());
            assertThat(entry.path("number").asText()).isEqualTo(ticket.getValue().text("number"));
        }
        for (var act : load.acts) {
            var answer = load.deskAnswers.get(act.request());
            if (answer != null && act.isCall() && answer.text("state").equals("called")) {
                var call = entries.get((int) answer.number("index"));
                assertThat(call.path("t").asText()).isEqualTo("call.made");
                assertThat(call.path("request").asText()).isEqualTo(act.request().toString());
            }
        }
    }

    /// What was acknowledged is answered as the first time; what was not may happen now, but once.
    private void sendsAgain(Load load, ChildServer server) throws IOException {
        var client = server.client();
        for (var take : load.takes) {
            var known = load.tickets.get(take.request());
            var first = known != null ? known : client.take(take.request(), take.service());
            var again = client.take(take.request(), take.service());
            assertThat(again.status()).as("%s", again).isEqualTo(200);
            for (var member : List.of("number", "index", "token")) {
                assertThat(again.text(member)).isNotEmpty().isEqualTo(first.text(member));
            }
            everyTicket.putIfAbsent(take.request(), first);
        }
        for (var act : load.acts) {
            if (!load.deskAnswers.containsKey(act.request())) {
                load.send(act, client);
                load.send(act, client);
            }
        }
    }

    private static void hasOneEffectPerRequest(List<JsonNode> entries) {
        var numbers = new HashSet<String>();
        var effects = new HashSet<String>();
        var finished = new HashSet<String>();
        var request = "";
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            assertThat(entry.path("i").asLong()).isEqualTo(i);
            switch (entry.path("t").asText()) {
                // Numbers begin anew; the state that the day carries is another command's.
                case "day.opened" -> numbers.clear();
                case "ticket.issued" ->
                        assertThat(numbers.add(entry.path("number").asText()))
                                .as("twice: %s", entry)
                                .isTrue();
                default -> {}
            }
            if (!entry.path("request").asText().equals(request)) {
                finished.add(request);
                request = entry.path("request").asText();
                assertThat(finished.contains(request)).as("came back: %s", entry).isFalse();
            }
            assertThat(effects.add(request + entry.path("t").asText()))
                    .as("a second effect: %s", entry)
                    .isTrue();
        }
    }
}
