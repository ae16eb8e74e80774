package kz.adalkezek.server.records;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.VisitId;
import org.h2.api.ErrorCode;

/// The tables of visits and desk events, filled from the log in the order of its indexes. They hold
/// no truth: when they are of another program, another log or a damaged file, they are thrown away
/// and filled again.
///
/// One thread applies; any thread reads.
public final class Views implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("kezek.records");

    private static final String STATE = "SELECT version, origin, applied FROM view_state";
    private static final String FIRST_STATE =
            "INSERT INTO view_state (version, origin, applied) VALUES (?, ?, 0)";
    private static final String APPLIED = "UPDATE view_state SET applied = ?";

    private record State(int version, String origin, long applied) {}

    private final Database database;
    private final String origin;
    private volatile long applied;

    private Views(Database database, String origin, long applied) {
        this.database = database;
        this.origin = origin;
        this.applied = applied;
    }

    /// Opens the views in a file of H2, or makes them anew.
    ///
    /// @param origin of the log
    /// @param size of the log; views that know more are thrown away
    /// @throws SQLException if another process has the file, or no new one can be made
    public static Views open(Path file, String origin, long size) throws SQLException {
        try {
            return open(Database.file(file), origin, size);
        } catch (SQLException e) {
            requireOurs(file, e);
            LOG.log(
                    Level.WARNING,
                    "The views in {0} are damaged ({1}): they are made again from the log.",
                    file,
                    e.getMessage());
        }
        return remade(file, origin);
    }

    /// Opens the views in a database that is not ours alone, or makes them anew.
    public static Views at(String url, String origin, long size) throws SQLException {
        return open(Database.at(url), origin, size);
    }

    /// Throws the views in a file away, whatever they are, and makes empty ones.
    ///
    /// @throws SQLException if another process has the file, or no new one can be made
    public static Views remade(Path file, String origin) throws SQLException {
        try {
            Database.file(file).close();
        } catch (SQLException e) {
            requireOurs(file, e);
        }
        try {
            Database.delete(file);
        } catch (IOException e) {
            throw new SQLException("could not remove the views in " + file, e);
        }
        return open(Database.file(file), origin, 0);
    }

    /// How many entries of the log the views hold, which is the index of the next one to apply.
    public long applied() {
        return applied;
    }

    /// Writes a group of entries and how far it goes in one transaction.
    ///
    /// @param group the next entries of the log, without a hole
    public void apply(List<Entry> group) throws SQLException {
        if (group.isEmpty()) {
            return;
        }
        if (group.getFirst().index() != applied) {
            throw new IllegalArgumentException(
                    "entry %d cannot follow %d entries"
                            .formatted(group.getFirst().index(), applied));
        }
        long next = group.getLast().index() + 1;
        database.inTransaction(connection -> {
            write(connection, group);
            return advance(connection, next);
        });
        applied = next;
    }

    /// Throws everything away; the next entry to apply is the first one.
    public void clear() throws SQLException {
        database.inTransaction(connection -> create(connection, origin));
        applied = 0;
    }

    public Optional<VisitRow> visit(VisitId visit) throws SQLException {
        return database.inTransaction(connection -> VisitReader.find(connection, visit.index()));
    }

    /// How many events of desks there are.
    public long deskEvents() throws SQLException {
        return database.inTransaction(connection -> {
            try (var count = connection.createStatement();
                    var rows = count.executeQuery("SELECT COUNT(*) FROM desk_events")) {
                return rows.next() ? rows.getLong(1) : 0L;
            }
        });
    }

    @Override
    public void close() {
        database.close();
    }

    private static Views open(Database database, String origin, long size) throws SQLException {
        boolean opened = false;
        try {
            var state = database.inTransaction(Views::state);
            var fault = state.flatMap(found -> fault(found, origin, size));
            if (fault.isPresent()) {
                LOG.log(
                        Level.WARNING,
                        "The views {0}: they are made again from the log.",
                        fault.get());
            }
            if (state.isEmpty() || fault.isPresent()) {
                database.inTransaction(connection -> create(connection, origin));
            }
            long applied = fault.isPresent() ? 0 : state.map(State::applied).orElse(0L);
            var views = new Views(database, origin, applied);
            opened = true;
            return views;
        } finally {
            if (!opened) {
                database.close();
            }
        }
    }

    private static void requireOurs(Path file, SQLException fault) throws SQLException {
        if (fault.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
            throw new SQLException("another process has the views open: " + file, fault);
        }
    }

    private static Optional<String> fault(State state, String origin, long size) {
        if (state.version() != ViewSchema.VERSION) {
            return Optional.of("have the form of another program");
        }
        if (!state.origin().equals(origin)) {
            return Optional.of("belong to the log " + state.origin());
        }
        return state.applied() > size
                ? Optional.of("know %d entries and the log %d".formatted(state.applied(), size))
                : Optional.empty();
    }

    private static Optional<State> state(Connection connection) throws SQLException {
        try (var tables = connection.getMetaData().getTables(null, null, "%", null)) {
            boolean found = false;
            while (tables.next()) {
                found |= tables.getString("TABLE_NAME").equalsIgnoreCase("view_state");
            }
            if (!found) {
                return Optional.empty();
            }
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(STATE)) {
            return rows.next()
                    ? Optional.of(new State(rows.getInt(1), rows.getString(2), rows.getLong(3)))
                    : Optional.of(new State(0, "", 0));
        }
    }

    private static int create(Connection connection, String origin) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var table : ViewSchema.TABLES) {
                statement.execute("DROP TABLE IF EXISTS " + table);
            }
            for (var table : ViewSchema.CREATE) {
                statement.execute(table);
            }
        }
        try (var insert = connection.prepareStatement(FIRST_STATE)) {
            insert.setInt(1, ViewSchema.VERSION);
            insert.setString(2, origin);
            return insert.executeUpdate();
        }
    }

    private static void write(Connection connection, List<Entry> group) throws SQLException {
        try (var batch = new Batch(connection)) {
            for (var entry : group) {
                VisitWriter.write(batch, entry);
            }
            for (var entry : group) {
                DeskEventWriter.write(batch, entry);
            }
            batch.flush();
        }
    }

    private static int advance(Connection connection, long next) throws SQLException {
        try (var update = connection.prepareStatement(APPLIED)) {
            update.setLong(1, next);
            return update.executeUpdate();
        }
    }
}
