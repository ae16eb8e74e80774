package kz.adalkezek.server.staff;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kz.adalkezek.server.records.Database;
import kz.adalkezek.server.staff.Identity.Person;

/// Who is signed in. Kept in the database, so that a restart of the server leaves the desks signed
/// in, and in memory, so that a request costs no query. Any thread may ask.
public final class Sessions {

    /// Longer than any shift; the next day everybody signs in anew.
    public static final Duration LIFETIME = Duration.ofHours(14);

    /// Of one person; the one that ends first gives way to a further one.
    static final int SESSIONS_MAX = 8;

    private static final String LOAD =
            """
            SELECT s.token_hash, s.operator, s.expires_at, a.role
            FROM sessions s JOIN accounts a ON a.operator = s.operator
            """;

    private static final String INSERT =
            "INSERT INTO sessions (token_hash, operator, expires_at) VALUES (?, ?, ?)";
    private static final String DELETE = "DELETE FROM sessions WHERE token_hash = ?";
    private static final String EXPIRE = "DELETE FROM sessions WHERE expires_at <= ?";

    private record Session(Person person, Instant expires) {}

    private final Database database;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Map<String, Session> byHash = new ConcurrentHashMap<>();

    /// Reads the sessions that have not ended.
    public Sessions(Database database, InstantSource clock, SecureRandom random)
            throws SQLException {
        this.database = database;
        this.clock = clock;
        this.random = random;
        Schema.STEPS.bring(database);
        expire(clock.instant());
        load();
    }

    /// Signs a person in.
    public Token open(Person person) throws SQLException {
        var now = clock.instant();
        expire(now);
        makeRoom(person);
        var token = Token.random(random);
        var session = new Session(person, now.plus(LIFETIME));
        database.durably(connection -> {
            try (var insert = connection.prepareStatement(INSERT)) {
                insert.setString(1, token.hash());
                insert.setString(2, person.account());
                insert.setObject(3, session.expires().atOffset(ZoneOffset.UTC));
                return insert.executeUpdate();
            }
        });
        byHash.put(token.hash(), session);
        return token;
    }

    /// Who is signed in with this token.
    public Optional<Person> find(Token token) {
        return Optional.ofNullable(byHash.get(token.hash()))
                .filter(session -> session.expires().isAfter(clock.instant()))
                .map(Session::person);
    }

    /// Signs out.
    public void close(Token token) throws SQLException {
        close(token.hash());
    }

    private void close(String hash) throws SQLException {
        byHash.remove(hash);
        database.durably(connection -> {
            try (var delete = connection.prepareStatement(DELETE)) {
                delete.setString(1, hash);
                return delete.executeUpdate();
            }
        });
    }

    private void makeRoom(Person person) throws SQLException {
        var theirs =
                byHash.entrySet().stream()
                        .filter(e -> e.getValue().person().account().equals(person.account()))
                        .sorted(Comparator.comparing(e -> e.getValue().expires()))
                        .map(Map.Entry::getKey)
                        .toList();
        for (int i = 0; i <= theirs.size() - SESSIONS_MAX; i++) {
            close(theirs.get(i));
        }
    }

    private void expire(Instant now) throws SQLException {
        byHash.values().removeIf(session -> !session.expires().isAfter(now));
        database.inTransaction(connection -> {
            try (var delete = connection.prepareStatement(EXPIRE)) {
                delete.setObject(1, now.atOffset(ZoneOffset.UTC));
                return delete.executeUpdate();
            }
        });
    }

    private void load() throws SQLException {
        database.inTransaction(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(LOAD)) {
                while (rows.next()) {
                    var expires = rows.getObject(3, OffsetDateTime.class).toInstant();
                    var role = Accounts.role(rows.getString(4));
                    var person = new Person(rows.getString(2), role);
                    byHash.put(rows.getString(1), new Session(person, expires));
                }
                return byHash.size();
            }
        });
    }
}
