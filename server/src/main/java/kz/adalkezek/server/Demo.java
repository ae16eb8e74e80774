package kz.adalkezek.server;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Event.DeviceKind;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.Policy;
import kz.adalkezek.server.files.BranchFiles;
import kz.adalkezek.server.files.Config;
import kz.adalkezek.server.play.LivePlay;
import kz.adalkezek.server.play.PlayClock;

/// A whole branch on this computer, always open, listening on loopback only. Everything it keeps is
/// below one folder; the configuration there is that of a real branch and may be edited.
final class Demo {

    private static final int PORT = 7070;
    private static final int KIOSK_PORT = 7071;

    /// An hour a second; the play takes what time it needs.
    private static final int SPEED_MAX = 3_600;

    static final Code HALL = new Code("main");
    private static final List<String> FILES =
            List.of("branch.toml", "policy.json", "catalogue.json");

    private Demo() {}

    static void run(List<String> args) throws SQLException, IOException {
        var options =
                Options.of(
                        args,
                        "data",
                        "port",
                        "kiosk-port",
                        "printer",
                        "led",
                        "unlimited!",
                        "seed",
                        "speed");
        int speed = options.number("speed", 0, SPEED_MAX);
        long seed = Simulate.seed(options);
        var data = data(options);
        var kiosk = kiosk(options);
        int port = free(options.number("port", PORT, Config.PORT_MAX), "port");
        var url = URI.create("http://localhost:" + port);
        var files = BranchFiles.read(settled(data));
        var config = files.config().at(port, url);
        var machine = InstantSource.system();
        var clock = new PlayClock(machine, System::nanoTime);
        var server = new BranchServer(config, new Clocks(clock, clock::nanos, machine), Main::halt);
        var play = new ConcurrentLinkedQueue<LivePlay>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(play, kiosk, server), "stop"));
        DemoPlay.begins(clock, server.branch(), machine, speed);
        long kept = server.branch().line().size();

        var policy = policy(files.policy(), server.branch().line(), options.has("unlimited"));
        var founding = server.found(files.with(policy));
        var k1 = new DeviceId("k1");
        boolean known = server.branch().line().hall().devices().has(k1);
        var key = DemoKey.in(data.resolve("kiosk"), known);
        founding.enrol(k1, DeviceKind.KIOSK, HALL, key);
        founding.enrol(new DeviceId("b1"), DeviceKind.BOARD, HALL);
        if (speed > 0) {
            DemoPlay.enrol(founding);
        }
        founding.openDay(config.hallOfCounter());
        var access = DemoAccess.of(data, server, config, url);
        server.listen();
        var screen = Optional.<URI>empty();
        if (kiosk.isPresent()) {
            screen =
                    Optional.of(
                            start(kiosk.get(), data, url, access, clock.isOwn(), counters(config)));
        }
        tell(data, url, kiosk, screen, access);
        if (speed > 0) {
            var people = new DemoPlay(files.with(policy), server, access, url);
            play.add(people.start(clock, DemoPlay.seed(seed, kept), speed));
        }
    }

    /// As many as a line of LED boards may have addresses for.
    private static List<Integer> counters(Config config) {
        return config.counters().stream()
                .map(counter -> counter.desk().counter())
                .filter(counter -> counter <= DemoKiosk.BOARDS_MAX)
                .toList();
    }

    /// Both ports are looked at before anything is begun.
    private static Optional<DemoKiosk> kiosk(Options options) throws IOException {
        int port = options.number("kiosk-port", KIOSK_PORT, Config.PORT_MAX);
        if (port != 0 && port == options.number("port", PORT, Config.PORT_MAX)) {
            throw new UsageException("--port and --kiosk-port are two different ports");
        }
        var kiosk = DemoKiosk.of(options, port);
        if (kiosk.isPresent() && port != 0) {
            free(port, "kiosk-port");
        }
        return kiosk;
    }

    private static URI start(
            DemoKiosk kiosk,
            Path data,
            URI branch,
            DemoAccess access,
            boolean branchTime,
            List<Integer> counters)
            throws IOException {
        var folder = data.resolve("kiosk");
        var screen = kiosk.start(folder, branch, access.kioskToken(), branchTime, counters);
        if (screen.isEmpty()) {
            Main.end(Main.EXIT_FAULT, "the kiosk did not start, and so the demo ends");
        }
        access.kioskAt(screen.orElseThrow());
        kiosk.onDeath(code -> {
            System.err.println(
                    "kezek: the kiosk has ended with code " + code + "; so does the demo");
            System.exit(Main.EXIT_FAULT);
        });
        return screen.orElseThrow();
    }

    /// Whoever asks before whoever answers, so that nobody is left without the last answer.
    private static void stop(
            Iterable<LivePlay> play, Optional<DemoKiosk> kiosk, BranchServer server) {
        play.forEach(LivePlay::close);
        kiosk.ifPresent(DemoKiosk::close);
        server.close();
    }

    static Path data(Options options) {
        return Path.of(options.value("data").orElse("data/demo")).toAbsolutePath();
    }

    /// The configuration in a demo's data folder.
    static Path configuration(Path data) {
        return data.resolve("config").resolve(FILES.getFirst());
    }

    private static void tell(
            Path data, URI url, Optional<DemoKiosk> kiosk, Optional<URI> screen, DemoAccess access)
            throws IOException {
        var lines = new StringBuilder("Adal Kezek: the demo branch is open.\n");
        screen.ifPresent(touch -> {
            line(lines, "touch screen", touch.toString());
            line(lines, "its printer", touch + "/sim/printer");
            line(lines, "its lamp", touch + "/sim/lamp");
            if (kiosk.orElseThrow().showsBoards()) {
                line(lines, "its LED boards", touch + "/sim/led");
            }
        });
        line(lines, "board", url + "/board#" + access.board());
        line(lines, "desk", url + "/desk    sign in: " + access.operator());
        line(lines, "public log", url + "/log/checkpoint");
        line(lines, "events", url + "/api/v1/feed");
        line(lines, "check the log", "./kezek verify " + data);
        line(lines, "all passwords", access.file().toString());
        lines.append("Ctrl-C ends it.");
        System.out.println(lines);
    }

    private static void line(StringBuilder lines, String what, String where) {
        lines.append("  %-15s %s%n".formatted(what, where));
    }

    /// The configuration files in the data folder, put there once.
    private static Path settled(Path data) throws IOException {
        var folder = data.resolve("config");
        Files.createDirectories(folder);
        for (var name : FILES) {
            var file = folder.resolve(name);
            if (!Files.exists(file)) {
                Files.write(file, DemoFiles.bytes(name));
            }
        }
        return configuration(data);
    }

    /// The policy of the file, or the same without limits. A version names one text for ever, so a
    /// demo that changes its mind takes a new version.
    private static Policy policy(Policy ours, Line line, boolean unlimited) {
        var wanted = unlimited ? ours.unlimited(ours.version() + "-unlimited") : ours;
        var inForce = line.rulebook().policyAt(line.at());
        if (inForce.isPresent() && inForce.get().sameRules(wanted)) {
            return inForce.get();
        }
        boolean taken =
                line.rulebook().policies().stream()
                        .anyMatch(p -> p.policy().version().equals(wanted.version()));
        return taken ? wanted.named(wanted.version() + "-" + line.size()) : wanted;
    }

    /// The port, or a free one for 0; said clearly when somebody else has it.
    private static int free(int port, String option) throws IOException {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (BindException e) {
            Main.end(
                    Main.EXIT_CANNOT_LISTEN,
                    "port %d is taken; end the program that has it, or say --%s N"
                            .formatted(port, option));
            throw e;
        }
    }
}
