package kz.adalkezek.kiosk.enrol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {

    @Test
    void isMadeOnceAndForThisUserAlone(@TempDir Path dir) throws IOException {
        var first = SigningKey.in(dir);
        var again = SigningKey.in(dir);
        assertThat(again.open()).isEqualTo(first.open());
        var message = "Ә".getBytes(UTF_8);
        assertThat(first.open().signed(message, again.sign(message))).isTrue();
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(dir.resolve(SigningKey.FILE))))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "PRIVATE KEY", "PUBLIC KEY"})
    void isNotMadeAnewOverAFileThatIsNone(String gone, @TempDir Path dir) throws IOException {
        SigningKey.in(dir);
        var file = dir.resolve(SigningKey.FILE);
        var text = Files.readString(file);
        Files.writeString(file, gone.contains("KEY") ? text.replace(gone, "KEY OF NOBODY") : gone);
        assertThatThrownBy(() -> SigningKey.in(dir))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is not the key of a kiosk");
    }

    @Test
    void noticesHalvesThatDoNotBelongTogether(@TempDir Path one, @TempDir Path other)
            throws IOException {
        SigningKey.in(one);
        SigningKey.in(other);
        var file = one.resolve(SigningKey.FILE);
        var secret = Files.readString(file).split("-----BEGIN PUBLIC", 2)[0];
        var open =
                Files.readString(other.resolve(SigningKey.FILE)).split("-----BEGIN PUBLIC", 2)[1];
        Files.writeString(file, secret + "-----BEGIN PUBLIC" + open);
        assertThatThrownBy(() -> SigningKey.in(one)).isInstanceOf(IllegalStateException.class);
    }
}
