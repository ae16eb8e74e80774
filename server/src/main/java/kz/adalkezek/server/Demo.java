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
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Event.DeviceKind;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.Policy;

/// A whole branch on this computer, always open, listening on loopback only. Everything it keeps is
/// below one folder; the configuration there is that of a real branch and may be edited.
final class Demo {

    private static final int PORT = 7070;
    private static final Code HALL = new Code("main");
    private static final List<String> FILES =
            List.of("branch.toml", "policy.json", "catalogue.json");

    private Demo() {}

    static void run(List<String> args) throws SQLException, IOException {
        var options = Options.of(args, "data", "port", "unlimited!", "seed", "speed");
        if (options.number("speed", 0, Integer.MAX_VALUE) != 0) {
            throw new UsageException(
                    "--speed plays citizens and staff; that comes with a later version");
        }
        var data = data(options);
        int port = free(options.number("port", PORT, Config.PORT_MAX));
        var url = URI.create("http://localhost:" + port);
        var config = ConfigFile.read(settled(data)).at(port, url);
        var server = new BranchServer(config, InstantSource.system(), System::nanoTime, Main::halt);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));

        var policy = policy(config, server.branch().line(), options.has("unlimited"));
        var founding = server.found(config, policy, BranchServer.catalogue(config.catalogue()));
        founding.enrol(new DeviceId("k1"), DeviceKind.KIOSK, HALL);
        founding.enrol(new DeviceId("b1"), DeviceKind.BOARD, HALL);
        founding.openDay(config.halls());
        var access = DemoAccess.of(data, server, config, url);
        server.listen();
        tell(data, url, access);
    }

    static Path data(Options options) {
        return Path.of(options.value("data").orElse("data/demo")).toAbsolutePath();
    }

    /// The configuration in a demo's data folder.
    static Path configuration(Path data) {
        return data.resolve("config").resolve(FILES.getFirst());
    }

    private static void tell(Path data, URI url, Path access) {
        System.out.println(
                """
                Adal Kezek: the demo branch is open. Ctrl-C ends it.
                  branch server   %s
                  public log      %s/log/checkpoint
                  events as they happen
                                  %s/api/v1/feed
                  tokens and passwords of this demo
                                  %s
                  check the log   ./kezek verify %s\
                """
                        .formatted(url, url, url, access, data));
    }

    /// The configuration files in the data folder, put there once.
    private static Path settled(Path data) throws IOException {
        var folder = data.resolve("config");
        Files.createDirectories(folder);
        for (var name : FILES) {
            var file = folder.resolve(name);
            if (!Files.exists(file)) {
                try (var text = Demo.class.getResourceAsStream("/demo/" + name)) {
                    if (text == null) {
                        throw new IllegalStateException("the program lacks its file demo/" + name);
                    }
                    Files.write(file, text.readAllBytes());
                }
            }
        }
        return configuration(data);
    }

    /// The policy of the file, or the same without limits. A version names one text for ever, so a
    /// demo that changes its mind takes a new version.
    private static Policy policy(Config config, Line line, boolean unlimited) throws IOException {
        var ours = BranchServer.policy(config.policy());
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
    private static int free(int port) throws IOException {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (BindException e) {
            Main.end(
                    Main.EXIT_CANNOT_LISTEN,
                    "port " + port + " is taken; end the program that has it, or say --port N");
            throw e;
        }
    }
}
