package kz.adalkezek.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/// What the verifier said and how it ended.
record Said(int code, String out, String err) {

    static Said verify(Path log, String... options) {
        var args = new String[1 + options.length];
        args[0] = log.toString();
        System.arraycopy(options, 0, args, 1, options.length);
        return run(args);
    }

    static Said run(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code =
                Verify.run(
                        args, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
        return new Said(code, out.toString(UTF_8), err.toString(UTF_8));
    }
}
