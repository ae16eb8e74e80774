package kz.adalkezek.server.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import kz.adalkezek.audit.Verify;

/// What `./kezek verify` says about a log.
record Soundness(int code, String words) {

    /// @param place a directory or an address
    static Soundness of(String place) {
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, UTF_8);
        int code = Verify.run(new String[] {place}, out, out);
        return new Soundness(code, said.toString(UTF_8));
    }

    static void requireSound(String place) {
        var soundness = of(place);
        assertThat(soundness.code()).as("%s", soundness.words()).isEqualTo(Verify.SOUND);
    }
}
