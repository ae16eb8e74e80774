package kz.adalkezek.server.intake;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kz.adalkezek.queue.Chain;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.KioskEntry;
import kz.adalkezek.server.records.Database;
import kz.adalkezek.server.records.Migrations;

/// How far each kiosk's own journal went at its newest heartbeat, and when that was. What a kiosk
/// has confirmed it cannot have otherwise later, and what it adds it cannot date before: so a
/// stolen or copied one cannot put anybody into the past. Any thread may ask.
public final class Heads {

    /// A touch may be older than the heartbeat after it: the citizen chose, the branch was asked.
    static final Duration TOUCH_BEFORE_BEAT_MAX = Duration.ofMinutes(2);

    /// Written so seldom where nothing but the time has changed.
    private static final Duration KEEP_EVERY = Duration.ofMinutes(1);

    private static final Migrations SCHEMA =
            new Migrations(
                    "kiosk_heads_schema",
                    List.of(
                            """
                            CREATE TABLE kiosk_heads (
                                device  VARCHAR(32) PRIMARY KEY,
                                public_key VARCHAR(43) NOT NULL,
                                entries BIGINT NOT NULL,
                                head    VARCHAR(43) NOT NULL,
                                at_ms   BIGINT NOT NULL
                            )
                            """));
    private static final String LOAD =
            "SELECT device, public_key, entries, head, at_ms FROM kiosk_heads";
    private static final String DELETE = "DELETE FROM kiosk_heads WHERE device = ?";
    private static final String INSERT =
            "INSERT INTO kiosk_heads (device, public_key, entries, head, at_ms)"
                    + " VALUES (?, ?, ?, ?, ?)";

    /// @param key of the journal; a device of the same name with another begins anew
    /// @param at when the branch heard it
    private record Confirmed(String key, long entries, String head, Instant at) {

        boolean isOf(Chain chain) {
            return key.equals(chain.key().text());
        }
    }

    private final Database database;
    private final Map<DeviceId, Confirmed> newest = new ConcurrentHashMap<>();
    private final Map<DeviceId, Confirmed> kept = new ConcurrentHashMap<>();

    public Heads(Database database) throws SQLException {
        this.database = database;
        SCHEMA.bring(database);
        database.inTransaction(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(LOAD)) {
                while (rows.next()) {
                    var device = new DeviceId(rows.getString(1));
                    var at = Instant.ofEpochMilli(rows.getLong(5));
                    kept.put(
                            device,
                            new Confirmed(
                                    rows.getString(2), rows.getLong(3), rows.getString(4), at));
                }
                return kept.size();
            }
        });
        newest.putAll(kept);
    }

    /// Notes where the journal of a kiosk stands.
    ///
    /// @param known how far its journal was handed over
    /// @return false if that is no journal which goes on where it was: there are two of this kiosk,
    ///   or it lost its memory
    synchronized boolean confirm(
            DeviceId kiosk, Chain known, long entries, String head, Instant now)
            throws SQLException {
        var last =
                Optional.ofNullable(newest.get(kiosk))
                        .filter(it -> it.isOf(known) && it.entries >= known.entries());
        long least = last.map(Confirmed::entries).orElse(known.entries());
        var its = last.map(Confirmed::head).orElse(known.head());
        if (entries < least || (entries == least && !head.equals(its))) {
            return false;
        }
        var beat = new Confirmed(known.key().text(), entries, head, now);
        newest.put(kiosk, beat);
        var before = kept.get(kiosk);
        if (before == null
                || !before.head.equals(head)
                || before.at.plus(KEEP_EVERY).isBefore(now)) {
            keep(kiosk, beat);
        }
        return true;
    }

    /// Whether the entry agrees with what its kiosk has confirmed.
    boolean fits(DeviceId kiosk, Chain known, KioskEntry entry) {
        var last = newest.get(kiosk);
        if (last == null || !last.isOf(known) || entry.entry() < last.entries()) {
            return true;
        }
        return entry.entry() == last.entries()
                ? entry.head().equals(last.head())
                : !entry.touched().isBefore(last.at().minus(TOUCH_BEFORE_BEAT_MAX));
    }

    private void keep(DeviceId kiosk, Confirmed beat) throws SQLException {
        database.durably(connection -> {
            try (var delete = connection.prepareStatement(DELETE);
                    var insert = connection.prepareStatement(INSERT)) {
                delete.setString(1, kiosk.value());
                delete.executeUpdate();
                insert.setString(1, kiosk.value());
                insert.setString(2, beat.key());
                insert.setLong(3, beat.entries());
                insert.setString(4, beat.head());
                insert.setLong(5, beat.at().toEpochMilli());
                return insert.executeUpdate();
            }
        });
        kept.put(kiosk, beat);
    }
}
