package kz.adalkezek.server.records;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The steps that brought a schema to its present form, oldest first. A step that was released is
/// never changed; a new one is added at the end.
///
/// @param table where the number of steps taken is kept
public record Migrations(String table, List<String> steps) {

    public Migrations {
        steps = List.copyOf(steps);
    }

    /// Takes the steps that this database has not taken.
    ///
    /// @throws SQLException also if a later program has been at this database
    public void bring(Database database) throws SQLException {
        int taken = database.durably(this::taken);
        if (taken > steps.size()) {
            throw new SQLException(
                    "the database has schema %d and this program knows %d: use the newer program"
                            .formatted(taken, steps.size()));
        }
        for (int step = taken; step < steps.size(); step++) {
            int number = step;
            database.durably(connection -> take(connection, number));
        }
    }

    private int taken(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS " + table + " (version INTEGER NOT NULL)");
            try (var rows = statement.executeQuery("SELECT MAX(version) FROM " + table)) {
                // MAX of no rows is NULL, which getInt reads as 0.
                return rows.next() ? rows.getInt(1) : 0;
            }
        }
    }

    private int take(Connection connection, int step) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(steps.get(step));
            return statement.executeUpdate(
                    "INSERT INTO " + table + " (version) VALUES (" + (step + 1) + ")");
        }
    }
}
