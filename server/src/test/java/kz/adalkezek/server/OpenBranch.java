package kz.adalkezek.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Event.DeviceKind;
import kz.adalkezek.server.branch.Branch;
import kz.adalkezek.server.files.BranchFiles;
import kz.adalkezek.server.files.Config;
import kz.adalkezek.server.staff.Identity.Device;
import kz.adalkezek.server.staff.Identity.Kind;
import kz.adalkezek.server.staff.Identity.Role;
import kz.adalkezek.server.web.LocalServer;
import kz.adalkezek.server.web.LocalServer.Answer;
import org.jspecify.annotations.Nullable;

/// The whole server of the demo branch on a free port and a fresh disk, asked over HTTP. Time
/// passes when the test says so.
final class OpenBranch implements AutoCloseable {

    static final Instant NINE = Instant.parse("2026-11-23T04:00:00Z");
    static final Code HALL = new Code("main");
    private static final String SECRET = "көктем-2026";

    final HandClock clock = new HandClock(NINE);
    final BranchServer server;
    final LocalServer http;
    final Config config;
    final String kiosk;
    final String board;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();

    private OpenBranch(BranchFiles files, boolean founded) throws IOException, SQLException {
        config = files.config().at(0, URI.create("http://branch.example.kz"));
        server =
                new BranchServer(
                        config,
                        Clocks.of(clock, clock::nanos),
                        (_, throwable) -> fault.set(throwable));
        if (founded) {
            var founding = server.found(files);
            founding.enrol(new DeviceId("k1"), DeviceKind.KIOSK, HALL);
            founding.enrol(new DeviceId("b1"), DeviceKind.BOARD, HALL);
            founding.openDay(config.hallOfCounter());
        }
        kiosk = bearer(server.devices().pair(new Device("k1", Kind.KIOSK)).value());
        board = bearer(server.devices().pair(new Device("b1", Kind.BOARD)).value());
        http = new LocalServer(server::close, server.listen());
    }

    /// On a business day, with kiosk `k1` and board `b1`.
    static OpenBranch in(Path folder) throws IOException, SQLException {
        return new OpenBranch(BranchFiles.read(files(folder)), true);
    }

    /// A branch that is not always open: its hours rule.
    static OpenBranch byItsHours(Path folder) throws IOException, SQLException {
        var file = files(folder);
        var policy = file.resolveSibling("policy.json");
        Files.writeString(
                policy, Files.readString(policy).replace("  \"schedule\": \"always-open\",\n", ""));
        return new OpenBranch(BranchFiles.read(file), true);
    }

    /// With an empty log.
    static OpenBranch unfounded(Path folder) throws IOException, SQLException {
        return new OpenBranch(BranchFiles.read(files(folder)), false);
    }

    Branch branch() {
        return server.branch();
    }

    /// The session of a person who has signed in just now.
    String signIn(String operator, Role role) throws SQLException {
        server.accounts().put(operator, role, SECRET);
        var body = "{\"operator\":\"%s\",\"secret\":\"%s\"}".formatted(operator, SECRET);
        return bearer(http.post("/api/v1/sessions", body).json().path("token").asText());
    }

    String operator() throws SQLException {
        return signIn("op-03", Role.OPERATOR);
    }

    String manager() throws SQLException {
        return signIn("manager", Role.MANAGER);
    }

    /// A request id that was not used before.
    String request() {
        return new UUID(7, requests.incrementAndGet()).toString();
    }

    Answer put(String path, String token, String body) {
        return http.put(path, body, "Authorization", token, "Accept-Language", "en");
    }

    Answer take(String request, String body) {
        return put("/api/v1/tickets/" + request, kiosk, body);
    }

    /// A ticket in the citizen's hands.
    Answer waits(String service) {
        return waits(service, "");
    }

    /// @param more members of the body, each behind a comma
    Answer waits(String service, String more) {
        var request = request();
        var ticket =
                take(
                        request,
                        "{\"services\":[\"" + service + "\"],\"language\":\"kk\"" + more + "}");
        assertThat(ticket.status()).as(ticket.text()).isEqualTo(201);
        assertThat(hand(request, "{\"how\":\"printed\"}").status()).isEqualTo(200);
        return ticket;
    }

    Answer hand(String ticket, String body) {
        return put("/api/v1/tickets/" + ticket + "/handed/" + request(), kiosk, body);
    }

    Answer desk(int counter, String session, String body) {
        return put("/api/v1/desks/" + counter + "/" + request(), session, body);
    }

    /// An action without further members, which must succeed.
    Answer acts(int counter, String session, String action) {
        var answer = desk(counter, session, "{\"action\":\"" + action + "\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    long size() {
        return branch().line().size();
    }

    void passes(Duration time) {
        clock.forward(time);
    }

    static String bearer(String token) {
        return "Bearer " + token;
    }

    @Override
    public void close() {
        http.close();
        assertThat(fault.get()).as("fault of the branch").isNull();
    }

    /// The demo's configuration, put into a folder.
    static Path files(Path folder) throws IOException {
        var config = Files.createDirectories(folder.resolve("config"));
        for (var name : new String[] {"branch.toml", "policy.json", "catalogue.json"}) {
            try (var file = OpenBranch.class.getResourceAsStream("/demo/" + name)) {
                assertThat(file).as(name).isNotNull();
                Files.write(config.resolve(name), file.readAllBytes());
            }
        }
        return config.resolve("branch.toml");
    }
}
