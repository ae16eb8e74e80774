package kz.adalkezek.server.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

    private static final String ORIGIN = "queue.example.gov/branch/0042/log1";

    private final SecureRandom random = new SecureRandom();

    @Test
    void makesAKeyOnceAndKeepsIt(@TempDir Path data) throws IOException {
        var keys = data.resolve("keys");
        var first = Keys.load(keys, ORIGIN, random);
        var again = Keys.load(keys, ORIGIN, random);
        assertThat(again.key()).isEqualTo(first.key());
        assertThat(first.name()).isEqualTo(ORIGIN);
        assertThat(Files.readString(keys.resolve("log.vkey")))
                .isEqualTo(first.key().format() + "\n");
        assertThat(keys).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void keepsTheSeedForItsOwnersEyesOnly(@TempDir Path keys) throws IOException {
        Keys.load(keys, ORIGIN, random);
        assertThat(mode(keys.resolve("log.seed"))).isEqualTo("rw-------");
        assertThat(mode(keys.resolve("log.vkey"))).isEqualTo("rw-r--r--");
        assertThat(keys.resolve("log.seed")).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw-rw-rw-", "rwx------", "r--------"})
    void refusesASeedWithAnotherMode(String mode, @TempDir Path keys) throws IOException {
        Keys.load(keys, ORIGIN, random);
        Files.setPosixFilePermissions(
                keys.resolve("log.seed"), PosixFilePermissions.fromString(mode));
        assertThatThrownBy(() -> Keys.load(keys, ORIGIN, random))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("log.seed has mode " + mode + " but must be rw-------");
    }

    @Test
    void writesALostPublicKeyAgain(@TempDir Path keys) throws IOException {
        var first = Keys.load(keys, ORIGIN, random);
        Files.delete(keys.resolve("log.vkey"));
        Keys.load(keys, ORIGIN, random);
        assertThat(keys.resolve("log.vkey")).hasContent(first.key().format());
    }

    @Test
    void makesNoSecondKeyWhenTheSeedIsGone(@TempDir Path keys) throws IOException {
        Keys.load(keys, ORIGIN, random);
        Files.delete(keys.resolve("log.seed"));
        assertThatThrownBy(() -> Keys.load(keys, ORIGIN, random))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("bring the seed back");
        assertThat(keys.resolve("log.seed")).doesNotExist();
    }

    @Test
    void refusesAnotherOriginAndAnotherSeed(@TempDir Path keys) throws IOException {
        Keys.load(keys, ORIGIN, random);
        assertThatThrownBy(() -> Keys.load(keys, ORIGIN + "2", random))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("is not the public key of");
        Files.write(keys.resolve("log.seed"), new byte[32]);
        assertThatThrownBy(() -> Keys.load(keys, ORIGIN, random))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("is not the public key of");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33})
    void refusesASeedOfAnotherLength(int length, @TempDir Path keys) throws IOException {
        Keys.load(keys, ORIGIN, random);
        Files.write(keys.resolve("log.seed"), new byte[length]);
        assertThatThrownBy(() -> Keys.load(keys, ORIGIN, random))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("must have 32 bytes but has " + length);
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
