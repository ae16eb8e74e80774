package kz.adalkezek.server.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import kz.adalkezek.forecast.Outlook;
import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Decision;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.PolicyCodec;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.Rules;
import kz.adalkezek.queue.VisitId;
import kz.adalkezek.server.branch.Catalogue;
import kz.adalkezek.server.branch.ServiceLegs;
import kz.adalkezek.server.files.BranchFiles;

/// How long a look ahead takes, for a hall of the demo in which so many wait.
final class WaitsBench implements Bench.Measurement {

    private static final int[] WAITING = {50, 500, 5_000};
    private static final int FUTURES = 96;
    private static final int WARM = 60;
    private static final int LOOKS = 100;
    private static final double LIMIT_MS = 20;
    private static final Code HALL = new Code("main");
    private static final Actor KIOSK = new Actor.Device(new DeviceId("k1"));

    private final Random random = new Random(20_261_123);
    private Instant now = Instant.parse("2026-11-23T04:00:00Z");
    private Line line = Line.EMPTY;
    private long requests;

    @Override
    public void run(Path room) throws IOException {
        var catalogue = Catalogue.parse(demo("catalogue.json"));
        var groups = List.copyOf(catalogue.groups().keySet());
        found(catalogue);
        var services = new ServiceLegs(() -> Optional.of(catalogue), _ -> List.of());
        int present = 0;
        for (int waiting : WAITING) {
            while (present < waiting) {
                takes(groups);
                present++;
            }
            var outlook = new Outlook(services, FUTURES);
            var ms = new double[LOOKS];
            for (int i = -WARM; i < LOOKS; i++) {
                long start = System.nanoTime();
                outlook.look(line, now, groups);
                if (i >= 0) {
                    ms[i] = (System.nanoTime() - start) / 1e6;
                }
            }
            Arrays.sort(ms);
            Figures.print(
                    "%d waiting, %d desks: a look ahead takes p50 %.1f ms, p99 %.1f ms%s",
                    waiting,
                    line.hall().desks().size(),
                    ms[LOOKS / 2],
                    ms[LOOKS - 1],
                    waiting == 500 ? "   (limit %.0f ms)".formatted(LIMIT_MS) : "");
            var last = outlook.of(groups.getFirst(), 0).orElseThrow();
            Figures.print(
                    "    somebody who came now for %s would be told %d to %d minutes",
                    groups.getFirst(), last.p50().toMinutes(), last.p90().toMinutes());
        }
    }

    private void found(Catalogue catalogue) {
        var config = BranchFiles.config(Path.of("demo/branch.toml"), demo("branch.toml"));
        var policy = PolicyCodec.read(demo("policy.json").getBytes(UTF_8));
        asks(new Command.OpenLog(request(), "localhost/bench", "00", ""));
        asks(
                new Command.PublishPolicy(
                        request(), Actor.BRANCH, Command.AT_ONCE, policy.unlimited("bench")));
        asks(
                new Command.PublishCatalogue(
                        request(),
                        Actor.BRANCH,
                        Command.AT_ONCE,
                        catalogue.version(),
                        catalogue.hash(),
                        catalogue.letters()));
        asks(
                new Command.EnrolDevice(
                        request(), Actor.BRANCH, new DeviceId("k1"), Event.DeviceKind.KIOSK, HALL));
        var halls = new HashMap<DeskId, Code>();
        config.counters().forEach(counter -> halls.put(counter.desk(), counter.hall()));
        asks(new Command.OpenDay(request(), Actor.BRANCH, LocalDate.of(2026, 11, 23), halls));
        for (var counter : config.counters()) {
            asks(
                    new Command.OpenDesk(
                            request(),
                            new Actor.Operator("o-" + counter.desk()),
                            counter.desk(),
                            counter.primary(),
                            counter.secondary()));
        }
    }

    private void takes(List<GroupCode> groups) {
        now = now.plusSeconds(7);
        int credit = random.nextInt(7) == 0 ? 15 * (1 + random.nextInt(2)) : 0;
        var taken =
                asks(
                        new Command.TakeTicket(
                                request(),
                                KIOSK,
                                List.of(groups.get(random.nextInt(groups.size()))),
                                Command.Touched.UNKNOWN,
                                credit,
                                "A".repeat(43)));
        var visit = new VisitId(taken.entries().getFirst().index());
        asks(new Command.HandTicket(request(), KIOSK, visit, Event.Handing.PRINTED, Code.NONE));
    }

    private Decision asks(Command command) {
        var decision = Rules.decide(line, command, now);
        if (decision instanceof Decision.Refused(var why, _)) {
            throw new IllegalStateException(command + " was refused: " + why);
        }
        for (var entry : decision.entries()) {
            line = line.after(entry);
        }
        return decision;
    }

    private RequestId request() {
        return new RequestId(new UUID(0, ++requests));
    }

    private static String demo(String name) {
        try (var file = WaitsBench.class.getResourceAsStream("/demo/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
