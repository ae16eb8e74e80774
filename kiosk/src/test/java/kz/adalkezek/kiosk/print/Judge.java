package kz.adalkezek.kiosk.print;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Programs of others that read a printed picture. A missing one fails the test: a skipped test
/// looks just like a passed one.
final class Judge {

    private final Path dir;

    Judge(Path dir) {
        this.dir = dir;
    }

    /// The words that tesseract reads.
    String words(byte[] png, String languages) throws IOException, InterruptedException {
        return run("tesseract", picture(png), "-", "-l", languages, "--psm", "6", "--dpi", "203");
    }

    /// The content of the only QR code.
    String code(byte[] png) throws IOException, InterruptedException {
        return run("zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", picture(png)).strip();
    }

    private String picture(byte[] png) throws IOException {
        return Files.write(dir.resolve("picture.png"), png).toString();
    }

    private String run(String program, String... arguments)
            throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of(program), Stream.of(arguments)).toList();
        var complaints = dir.resolve("complaints").toFile();
        var builder = new ProcessBuilder(command).redirectError(complaints);
        // One thread: the machine has other tests to run.
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        var running = builder.start();
        var output = new String(running.getInputStream().readAllBytes(), UTF_8);
        if (running.waitFor() != 0) {
            throw new IOException(command + ": " + Files.readString(complaints.toPath()));
        }
        return output;
    }
}
