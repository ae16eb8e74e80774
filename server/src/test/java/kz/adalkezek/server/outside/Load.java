package kz.adalkezek.server.outside;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import kz.adalkezek.server.outside.Client.Answer;

/// Kiosks and desks at work until the server is killed under them. Whatever is asked is remembered
/// before it is sent, whatever is answered as soon as it is heard.
final class Load {

    private static final int KIOSKS = 6;
    private static final int ANSWER_MAX_SECONDS = 60;
    private static final int LATER_MAX_NANOS = 4_000_000;
    private static final List<String> SERVICES = List.of("ID-CARD", "SOC-TSA", "FAST-PICK");
    private static final List<String> ACTIONS =
            List.of(
                    "{\"action\":\"start\"}",
                    "{\"action\":\"finish\",\"outcome\":\"accepted\"}",
                    "{\"action\":\"call-next\"}",
                    "{\"action\":\"open\"}");

    /// A ticket that was asked for.
    record Take(UUID request, String service) {}

    /// An action that was asked for at a desk.
    record Act(UUID request, Access.Operator operator, String body) {
        boolean isCall() {
            return body.contains("call-next");
        }
    }

    final ConcurrentLinkedQueue<Take> takes = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<Act> acts = new ConcurrentLinkedQueue<>();
    final Map<UUID, Answer> tickets = new ConcurrentHashMap<>();
    final Map<UUID, Answer> deskAnswers = new ConcurrentHashMap<>();

    private final ChildServer server;
    private final Client client;
    private final Map<Access.Operator, String> sessions;

    Load(ChildServer server, Map<Access.Operator, String> sessions) {
        this.server = server;
        this.client = server.client();
        this.sessions = Map.copyOf(sessions);
    }

    /// @param client of a server that may be another one by now
    Answer send(Act act, Client client) throws IOException {
        var session = sessions.getOrDefault(act.operator(), "");
        return client.desk(act.operator().counter(), act.request(), session, act.body());
    }

    /// Returns when the server is dead and nobody waits for it any more.
    ///
    /// @param acknowledged how many answers are heard before the kill
    void untilKilled(int acknowledged, Random random) throws InterruptedException {
        var answers = new CountDownLatch(acknowledged);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = new ArrayList<Future<?>>();
            for (int i = 0; i < KIOSKS; i++) {
                var service = SERVICES.get(i % SERVICES.size());
                working.add(people.submit(() -> untilGone(() -> visitor(service, answers))));
            }
            for (var operator : sessions.keySet()) {
                working.add(people.submit(() -> untilGone(() -> shift(operator, answers))));
            }
            boolean heard = answers.await(ANSWER_MAX_SECONDS, TimeUnit.SECONDS);
            LockSupport.parkNanos(random.nextInt(LATER_MAX_NANOS));
            server.kill();
            working.forEach(Load::requireNoSurprise);
            if (!heard) {
                throw new IllegalStateException("too few answers\n" + server.output());
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    /// A connection that breaks is the kill; everything else is a surprise.
    private static void untilGone(Work work) {
        try {
            while (true) {
                work.run();
            }
        } catch (IOException _) {
            return;
        }
    }

    private static void requireNoSurprise(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the load met something else than the kill", e);
        }
    }

    private void visitor(String service, CountDownLatch answers) throws IOException {
        var take = new Take(UUID.randomUUID(), service);
        takes.add(take);
        var ticket = client.take(take.request(), service);
        require(ticket);
        tickets.put(take.request(), ticket);
        answers.countDown();
        require(client.handed(take.request(), UUID.randomUUID()));
        answers.countDown();
    }

    /// Tries what may be lawful now, as a desk may be in any state after a crash.
    private void shift(Access.Operator operator, CountDownLatch answers) throws IOException {
        while (true) {
            for (var body : ACTIONS) {
                var act = new Act(UUID.randomUUID(), operator, body);
                acts.add(act);
                var answer = send(act, client);
                if (answer.status() != 409) {
                    require(answer);
                    deskAnswers.put(act.request(), answer);
                    answers.countDown();
                }
            }
        }
    }

    private static void require(Answer answer) {
        if (!answer.isDone()) {
            throw new IllegalStateException("refused: " + answer);
        }
    }
}
