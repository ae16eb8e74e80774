package kz.adalkezek.server.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import kz.adalkezek.server.HandClock;
import kz.adalkezek.server.records.Database;
import kz.adalkezek.server.staff.Identity.Device;
import kz.adalkezek.server.staff.Identity.Kind;
import kz.adalkezek.server.staff.Identity.Person;
import kz.adalkezek.server.staff.Identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SessionsTest {

    private static final Person AIGERIM = new Person("op-01", Role.OPERATOR);

    private final HandClock clock = new HandClock(Instant.parse("2026-11-23T04:00:00Z"));
    private final SecureRandom random = new SecureRandom();
    private Path file;
    private Database database;
    private Sessions sessions;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        file = folder.resolve("accounts");
        database = Database.file(file);
        new Accounts(database, clock).put("op-01", Role.OPERATOR, "көктем-2026");
        sessions = new Sessions(database, clock, random);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void lastOneShiftAndNotAMillisecondLonger() throws Exception {
        var token = sessions.open(AIGERIM);

        clock.forward(Sessions.LIFETIME.minusMillis(1));
        assertThat(sessions.find(token)).contains(AIGERIM);

        clock.forward(Duration.ofMillis(1));
        assertThat(sessions.find(token)).isEmpty();
        assertThat(new Sessions(database, clock, random).find(token)).isEmpty();
    }

    @Test
    void endWhenThePersonSignsOut() throws Exception {
        var token = sessions.open(AIGERIM);

        sessions.close(token);

        assertThat(sessions.find(token)).isEmpty();
        assertThat(new Sessions(database, clock, random).find(token)).isEmpty();
    }

    @Test
    void letTheOldestGiveWayToOneMoreThanEight() throws Exception {
        var tokens = new ArrayList<Token>();
        for (int i = 0; i <= Sessions.SESSIONS_MAX; i++) {
            tokens.add(sessions.open(AIGERIM));
            clock.forward(Duration.ofMillis(1));
        }

        assertThat(sessions.find(tokens.getFirst())).isEmpty();
        assertThat(tokens.stream().skip(1))
                .allSatisfy(t -> assertThat(sessions.find(t)).isPresent());
    }

    @Test
    void areOnDiskWithoutTheTokenItself() throws Exception {
        var token = sessions.open(AIGERIM);

        var bytes = Files.readAllBytes(Path.of(file + ".mv.db"));
        var text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThat(text).contains(token.hash()).doesNotContain(token.value());
    }

    @Test
    void neverGiveTheSameTokenTwice() throws Exception {
        assertThat(sessions.open(AIGERIM)).isNotEqualTo(sessions.open(AIGERIM));
    }

    @Test
    void endADevicesOldTokenWhenItIsPairedAgain() throws Exception {
        var devices = new Devices(database, random);
        var board = new Device("b1", Kind.BOARD);
        var old = devices.pair(board);

        var token = devices.pair(board);

        assertThat(devices.find(old)).isEmpty();
        assertThat(devices.find(token)).contains(board);
        assertThat(new Devices(database, random).find(old)).isEmpty();
    }
}
