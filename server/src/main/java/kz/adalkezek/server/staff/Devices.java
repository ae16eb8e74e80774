package kz.adalkezek.server.staff;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kz.adalkezek.server.records.Database;
import kz.adalkezek.server.staff.Identity.Device;
import kz.adalkezek.server.staff.Identity.Kind;

/// The tokens of kiosks and boards. Any thread may ask.
public final class Devices {

    private static final String LOAD = "SELECT device, kind, token_hash FROM devices";
    private static final String DELETE = "DELETE FROM devices WHERE device = ?";
    private static final String INSERT =
            "INSERT INTO devices (device, kind, token_hash) VALUES (?, ?, ?)";

    private record Paired(Device device, String hash) {}

    private final Database database;
    private final SecureRandom random;
    private final Map<String, Paired> byHash = new ConcurrentHashMap<>();

    public Devices(Database database, SecureRandom random) throws SQLException {
        this.database = database;
        this.random = random;
        Schema.STEPS.bring(database);
        load();
    }

    /// Gives a device a new token. The one it had before ends: a token is shown once, and whoever
    /// has lost it pairs the device again.
    public Token pair(Device device) throws SQLException {
        var token = Token.random(random);
        database.durably(connection -> {
            delete(connection, device.id());
            try (var insert = connection.prepareStatement(INSERT)) {
                insert.setString(1, device.id());
                insert.setString(2, Identity.word(device.kind()));
                insert.setString(3, token.hash());
                return insert.executeUpdate();
            }
        });
        byHash.values().removeIf(paired -> paired.device().id().equals(device.id()));
        byHash.put(token.hash(), new Paired(device, token.hash()));
        return token;
    }

    /// Its token ends at once.
    public void unpair(String device) throws SQLException {
        // First from memory: whatever the database says, nobody is let in from here on.
        byHash.values().removeIf(paired -> paired.device().id().equals(device));
        database.durably(connection -> delete(connection, device));
    }

    /// The device that holds this token.
    public Optional<Device> find(Token token) {
        var hash = token.hash();
        return Optional.ofNullable(byHash.get(hash))
                .filter(paired -> Token.same(paired.hash(), hash))
                .map(Paired::device);
    }

    private static int delete(Connection connection, String device) throws SQLException {
        try (var delete = connection.prepareStatement(DELETE)) {
            delete.setString(1, device);
            return delete.executeUpdate();
        }
    }

    private void load() throws SQLException {
        database.inTransaction(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(LOAD)) {
                while (rows.next()) {
                    var kind = Kind.valueOf(rows.getString(2).toUpperCase(Locale.ROOT));
                    var device = new Device(rows.getString(1), kind);
                    byHash.put(rows.getString(3), new Paired(device, rows.getString(3)));
                }
                return byHash.size();
            }
        });
    }
}
