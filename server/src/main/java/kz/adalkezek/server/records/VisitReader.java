package kz.adalkezek.server.records;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads rows of visits.
final class VisitReader {

    private static final String FIND = "SELECT * FROM visits WHERE visit = ?";

    private VisitReader() {}

    static Optional<VisitRow> find(Connection connection, long visit) throws SQLException {
        try (var find = connection.prepareStatement(FIND)) {
            find.setLong(1, visit);
            try (var rows = find.executeQuery()) {
                return rows.next() ? Optional.of(row(rows)) : Optional.empty();
            }
        }
    }

    private static VisitRow row(ResultSet row) throws SQLException {
        return new VisitRow(
                row.getLong("visit"),
                row.getString("number"),
                row.getString("first_group"),
                row.getInt("legs"),
                row.getInt("leg"),
                row.getInt("credit"),
                instant(row, "arrival_at").orElseThrow(),
                instant(row, "fair_at").orElseThrow(),
                instant(row, "issued_at").orElseThrow(),
                instant(row, "handed_at"),
                instant(row, "called_at"),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                instant(row, "ended_at"),
                number(row, "desk"),
                Optional.ofNullable(row.getString("call_rule")),
                number(row, "overtaken"),
                Optional.ofNullable(row.getString("outcome")),
                row.getString("state"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private static OptionalInt number(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
