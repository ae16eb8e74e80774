package kz.adalkezek.server.records;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/// The statements of one group of entries, in order. Neighbours of the same text go to the database
/// together; a statement of another text sends the ones before it first.
final class Batch implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>();
    private String waiting = "";

    Batch(Connection connection) {
        this.connection = connection;
    }

    /// @param values of type [Instant], [String], [Long] or [Integer]
    void add(String sql, Object... values) throws SQLException {
        if (!waiting.equals(sql)) {
            flush();
            waiting = sql;
        }
        var statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            set(statement, i + 1, values[i]);
        }
        statement.addBatch();
    }

    void flush() throws SQLException {
        var statement = statements.get(waiting);
        if (statement != null) {
            statement.executeBatch();
        }
        waiting = "";
    }

    @Override
    public void close() throws SQLException {
        for (var statement : statements.values()) {
            statement.close();
        }
    }

    private static void set(PreparedStatement statement, int at, Object value) throws SQLException {
        switch (value) {
            case Instant instant -> statement.setObject(at, instant.atOffset(ZoneOffset.UTC));
            case String text -> statement.setString(at, text);
            case Long number -> statement.setLong(at, number);
            case Integer number -> statement.setInt(at, number);
            default -> throw new IllegalArgumentException("no column holds " + value);
        }
    }
}
