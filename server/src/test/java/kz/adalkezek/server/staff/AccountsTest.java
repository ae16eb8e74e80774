package kz.adalkezek.server.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import kz.adalkezek.server.HandClock;
import kz.adalkezek.server.records.Database;
import kz.adalkezek.server.records.Migrations;
import kz.adalkezek.server.staff.Accounts.Verdict;
import kz.adalkezek.server.staff.Identity.Device;
import kz.adalkezek.server.staff.Identity.Kind;
import kz.adalkezek.server.staff.Identity.Person;
import kz.adalkezek.server.staff.Identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AccountsTest {

    private static final Person AIGERIM = new Person("op-01", Role.OPERATOR);
    private static final String SECRET = "көктем-2026";
    private static final String COUNTER_3 = "10.0.0.3";

    private final HandClock clock = new HandClock(Instant.parse("2026-11-23T04:00:00Z"));
    private final SecureRandom random = new SecureRandom();

    @Test
    void knowsAPersonByThePasswordAlone(@TempDir Path folder) throws Exception {
        try (var database = Database.file(folder.resolve("accounts"))) {
            var accounts = accounts(database);

            assertThat(accounts.verify("op-01", SECRET, COUNTER_3))
                    .isEqualTo(new Verdict.Right(AIGERIM));
            assertThat(accounts.verify("op-01", SECRET + "x", COUNTER_3))
                    .isEqualTo(new Verdict.Wrong());
            assertThat(accounts.verify("op-02", SECRET, COUNTER_3)).isEqualTo(new Verdict.Wrong());
            assertThat(accounts.verify("'; --", SECRET, COUNTER_3)).isEqualTo(new Verdict.Wrong());
        }
    }

    @Test
    void changesAPasswordAndARole(@TempDir Path folder) throws Exception {
        try (var database = Database.file(folder.resolve("accounts"))) {
            var accounts = accounts(database);

            accounts.put("op-01", Role.MANAGER, "жаз-2027-жаз");

            assertThat(accounts.verify("op-01", SECRET, COUNTER_3)).isEqualTo(new Verdict.Wrong());
            assertThat(accounts.verify("op-01", "жаз-2027-жаз", COUNTER_3))
                    .isEqualTo(new Verdict.Right(new Person("op-01", Role.MANAGER)));
        }
    }

    @Test
    void takesPasswordsOfEightToOneHundredAndTwentyEightCharacters(@TempDir Path folder)
            throws Exception {
        try (var database = Database.file(folder.resolve("accounts"))) {
            var accounts = accounts(database);

            accounts.put("op-02", Role.OPERATOR, "x".repeat(8));
            accounts.put("op-02", Role.OPERATOR, "x".repeat(128));

            for (int length : new int[] {7, 129}) {
                assertThatThrownBy(() -> accounts.put("op-02", Role.OPERATOR, "x".repeat(length)))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void keepsNoPasswordThatCouldBeRead(@TempDir Path folder) throws Exception {
        try (var database = Database.file(folder.resolve("accounts"))) {
            accounts(database);

            assertThat(text(database, "SELECT secret FROM accounts"))
                    .startsWith("$argon2id$")
                    .doesNotContain(SECRET);
        }
    }

    @Test
    void slowsDownWrongPasswordsAndStillLetsThePersonInLater(@TempDir Path folder)
            throws Exception {
        try (var database = Database.file(folder.resolve("accounts"))) {
            var accounts = accounts(database);
            for (int i = 0; i < 5; i++) {
                accounts.verify("op-01", "wrong-" + i, COUNTER_3);
            }

            assertThat(accounts.verify("op-01", SECRET, COUNTER_3))
                    .isEqualTo(new Verdict.Later(Duration.ofSeconds(1)));
            assertThat(accounts.verify("op-01", SECRET, "10.0.0.4"))
                    .isEqualTo(new Verdict.Right(AIGERIM));

            clock.forward(Duration.ofSeconds(1));
            assertThat(accounts.verify("op-01", SECRET, COUNTER_3))
                    .isEqualTo(new Verdict.Right(AIGERIM));
        }
    }

    @Test
    void keepsAccountsSessionsAndDevicesOverARestart(@TempDir Path folder) throws Exception {
        Token session;
        Token kiosk;
        try (var database = Database.file(folder.resolve("accounts"))) {
            accounts(database);
            session = new Sessions(database, clock, random).open(AIGERIM);
            kiosk = new Devices(database, random).pair(new Device("k1", Kind.KIOSK));
        }
        try (var database = Database.file(folder.resolve("accounts"))) {
            assertThat(new Accounts(database, clock).isEmpty()).isFalse();
            assertThat(new Sessions(database, clock, random).find(session)).contains(AIGERIM);
            assertThat(new Devices(database, random).find(kiosk))
                    .contains(new Device("k1", Kind.KIOSK));
        }
    }

    @Test
    void refusesADatabaseOfALaterProgram(@TempDir Path folder) throws Exception {
        try (var database = Database.file(folder.resolve("accounts"))) {
            accounts(database);
            var later = new java.util.ArrayList<>(Schema.STEPS.steps());
            later.add("CREATE TABLE of_tomorrow (a INTEGER)");
            new Migrations("staff_schema", later).bring(database);

            assertThatThrownBy(() -> new Accounts(database, clock))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("use the newer program");
        }
    }

    private Accounts accounts(Database database) throws SQLException {
        var accounts = new Accounts(database, clock);
        accounts.put("op-01", Role.OPERATOR, SECRET);
        return accounts;
    }

    private static String text(Database database, String query) throws SQLException {
        return database.inTransaction(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(query)) {
                assertThat(rows.next()).isTrue();
                return rows.getString(1);
            }
        });
    }
}
