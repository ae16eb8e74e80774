package kz.adalkezek.server.staff;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import kz.adalkezek.server.records.Database;
import kz.adalkezek.server.staff.Identity.Person;
import kz.adalkezek.server.staff.Identity.Role;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/// The staff and their passwords, kept as Argon2 hashes. Any thread may ask.
public final class Accounts {

    public static final int SECRET_MIN_CHARS = 8;
    public static final int SECRET_MAX_CHARS = 128;

    /// Each verification takes 16 MiB and a core for a moment, so few run at once.
    private static final int VERIFIED_AT_ONCE = 2;

    private static final int PATIENCE_MS = 5_000;
    private static final int FREE_BY_PERSON = 5;
    private static final int FREE_BY_ADDRESS = 30;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    private static final String FIND = "SELECT role, secret FROM accounts WHERE operator = ?";
    private static final String UPDATE =
            "UPDATE accounts SET role = ?, secret = ? WHERE operator = ?";
    private static final String INSERT =
            "INSERT INTO accounts (role, secret, operator) VALUES (?, ?, ?)";

    private record Stored(Role role, String secret) {}

    /// What became of an attempt to sign in.
    public sealed interface Verdict {
        record Right(Person person) implements Verdict {}

        record Wrong() implements Verdict {}

        /// Too many wrong passwords before; the password was not looked at.
        record Later(Duration after) implements Verdict {}

        /// Too many people sign in at this moment.
        record Busy() implements Verdict {}
    }

    private final Database database;
    private final InstantSource clock;
    private final Argon2PasswordEncoder encoder =
            Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Semaphore verifications = new Semaphore(VERIFIED_AT_ONCE, true);
    private final Throttle byPerson = new Throttle(FREE_BY_PERSON);
    private final Throttle byAddress = new Throttle(FREE_BY_ADDRESS);

    /// Compared with the password for an account that does not exist, so that the answer takes as
    /// long as for one that does.
    private final String nobodysSecret;

    /// @throws SQLException if the database is of a later program or cannot be used
    public Accounts(Database database, InstantSource clock) throws SQLException {
        this.database = database;
        this.clock = clock;
        Schema.STEPS.bring(database);
        nobodysSecret = encoder.encode("nobody");
    }

    /// Gives a person an account, or an account another password and role.
    ///
    /// @param operator 1 to 32 of a-z, 0-9 and -, such as `op-01`
    /// @param secret 8 to 128 characters
    public void put(String operator, Role role, String secret) throws SQLException {
        if (!NAME.matcher(operator).matches()) {
            throw new IllegalArgumentException("an operator is 1 to 32 of a-z, 0-9 and -");
        }
        if (secret.length() < SECRET_MIN_CHARS || secret.length() > SECRET_MAX_CHARS) {
            throw new IllegalArgumentException("a password has 8 to 128 characters");
        }
        var hash = encoder.encode(secret);
        database.durably(connection -> {
            int updated = write(connection, UPDATE, operator, role, hash);
            return updated > 0 ? updated : write(connection, INSERT, operator, role, hash);
        });
    }

    public boolean isEmpty() throws SQLException {
        return database.inTransaction(connection -> {
            try (var count = connection.createStatement();
                    var rows = count.executeQuery("SELECT COUNT(*) FROM accounts")) {
                return !rows.next() || rows.getLong(1) == 0;
            }
        });
    }

    /// @param address from which the attempt comes
    public Verdict verify(String operator, String secret, String address)
            throws SQLException, InterruptedException {
        if (!verifications.tryAcquire(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
            return new Verdict.Busy();
        }
        try {
            return judge(operator, secret, address);
        } finally {
            verifications.release();
        }
    }

    /// The wait is looked up by whoever holds a permit, so that attempts at one time cannot slip
    /// through together.
    private Verdict judge(String operator, String secret, String address) throws SQLException {
        var person = operator + "@" + address;
        var now = clock.instant();
        var wait = max(byPerson.wait(person, now), byAddress.wait(address, now));
        if (wait.isPositive()) {
            return new Verdict.Later(wait);
        }
        var stored = NAME.matcher(operator).matches() ? find(operator) : Optional.<Stored>empty();
        var hash = stored.map(Stored::secret).orElse(nobodysSecret);
        boolean right = secret.length() <= SECRET_MAX_CHARS && encoder.matches(secret, hash);
        if (stored.isEmpty() || !right) {
            byPerson.failed(person, now);
            byAddress.failed(address, now);
            return new Verdict.Wrong();
        }
        byPerson.succeeded(person);
        return new Verdict.Right(new Person(operator, stored.get().role()));
    }

    private Optional<Stored> find(String operator) throws SQLException {
        return database.inTransaction(connection -> {
            try (var find = connection.prepareStatement(FIND)) {
                find.setString(1, operator);
                try (var rows = find.executeQuery()) {
                    return rows.next()
                            ? Optional.of(new Stored(role(rows.getString(1)), rows.getString(2)))
                            : Optional.empty();
                }
            }
        });
    }

    static Role role(String word) {
        return Role.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static int write(
            Connection connection, String sql, String operator, Role role, String hash)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, Identity.word(role));
            statement.setString(2, hash);
            statement.setString(3, operator);
            return statement.executeUpdate();
        }
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
