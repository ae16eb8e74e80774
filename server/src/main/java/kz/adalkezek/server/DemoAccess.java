package kz.adalkezek.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.server.files.Config;
import kz.adalkezek.server.play.Doors.Login;
import kz.adalkezek.server.staff.Identity;

/// `demo-access.json`: the tokens and passwords of a demo, made anew for each data folder. A real
/// branch has no such file.
final class DemoAccess {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECRET_BYTES = 8;

    private final Path file;
    private final ObjectNode access;

    private DemoAccess(Path file, ObjectNode access) {
        this.file = file;
        this.access = access;
    }

    Path file() {
        return file;
    }

    String kioskToken() {
        return access.path("kiosk").path("token").asText();
    }

    /// What the board's page wants behind its `#`.
    String board() {
        var board = access.path("board");
        return board.path("id").asText() + ":" + board.path("token").asText();
    }

    /// How the operator of a counter signs in; nobody where the counters were others when the
    /// passwords were made.
    Optional<Login> operator(DeskId desk) {
        for (var one : access.path("operators")) {
            if (one.path("counter").asInt() == desk.counter()) {
                return Optional.of(login(one));
            }
        }
        return Optional.empty();
    }

    Login manager() {
        return login(access.path("manager"));
    }

    private static Login login(JsonNode person) {
        return new Login(person.path("operator").asText(), person.path("secret").asText());
    }

    /// One of the operators, with the password.
    String operator() {
        var one = access.path("operators").path(0);
        return one.path("operator").asText() + " / " + one.path("secret").asText();
    }

    /// Notes where the touch screen is.
    void kioskAt(URI url) throws IOException {
        ((ObjectNode) access.required("kiosk")).put("url", url.toString());
        write(file, access);
    }

    /// Keeps what is there from an earlier start, except the address.
    static DemoAccess of(Path data, BranchServer server, Config config, URI url)
            throws SQLException, IOException {
        var file = data.resolve("demo-access.json");
        boolean known = Files.exists(file) && !server.accounts().isEmpty();
        var access = known ? read(file) : fresh(server, config);
        access.put("url", url.toString());
        write(file, access);
        return new DemoAccess(file, access);
    }

    private static ObjectNode read(Path file) throws IOException {
        try {
            return (ObjectNode) JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException | ClassCastException e) {
            throw new IOException(
                    file + " is not readable; delete it, and the demo makes it anew", e);
        }
    }

    private static ObjectNode fresh(BranchServer server, Config config) throws SQLException {
        var random = new SecureRandom();
        var access = JSON.createObjectNode();
        device(access, server, "kiosk", new Identity.Device("k1", Identity.Kind.KIOSK));
        device(access, server, "board", new Identity.Device("b1", Identity.Kind.BOARD));
        var operators = access.putArray("operators");
        for (var counter : config.counters()) {
            var operator = "op-%02d".formatted(counter.desk().counter());
            var secret = secret(random);
            server.accounts().put(operator, Identity.Role.OPERATOR, secret);
            operators
                    .addObject()
                    .put("operator", operator)
                    .put("secret", secret)
                    .put("counter", counter.desk().counter());
        }
        var secret = secret(random);
        server.accounts().put("manager", Identity.Role.MANAGER, secret);
        access.putObject("manager").put("operator", "manager").put("secret", secret);
        return access;
    }

    private static void device(
            ObjectNode access, BranchServer server, String name, Identity.Device device)
            throws SQLException {
        access.putObject(name)
                .put("id", device.id())
                .put("token", server.devices().pair(device).value());
    }

    private static String secret(SecureRandom random) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// For the owner alone, whole or not at all.
    private static void write(Path file, ObjectNode access) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".tmp");
        Files.deleteIfExists(fresh);
        Files.createFile(
                fresh,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(access));
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
