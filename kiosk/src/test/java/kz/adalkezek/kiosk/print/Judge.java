package kz.adalkezek.kiosk.print;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// Programs of others that read a printed picture. A missing one fails the test: a skipped test
/// looks just like a passed one.
public final class Judge {

    /// Nothing above the number is so high.
    private static final int NUMBER_ROWS = 80;

    private static final int WHITE = 0xFFFFFFFF;

    private final Path dir;

    public Judge(Path dir) {
        this.dir = dir;
    }

    /// The words that tesseract reads.
    public String words(byte[] png, String languages) throws IOException, InterruptedException {
        return run("tesseract", picture(png), "-", "-l", languages, "--psm", "6", "--dpi", "203");
    }

    /// The content of the only QR code.
    public String code(byte[] png) throws IOException, InterruptedException {
        return run("zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", picture(png)).strip();
    }

    /// The contents of all QR codes.
    public List<String> codes(byte[] png) throws IOException, InterruptedException {
        return run("zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", picture(png))
                .lines()
                .toList();
    }

    /// What stands below the number of a ticket, which tesseract takes for a drawing.
    public static byte[] belowNumber(byte[] ticket) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(ticket));
        int top = 0;
        int inkedRows = 0;
        while (inkedRows < NUMBER_ROWS || hasInk(image, top)) {
            inkedRows = hasInk(image, top) ? inkedRows + 1 : 0;
            top++;
        }
        var png = new ByteArrayOutputStream();
        ImageIO.write(
                image.getSubimage(0, top, image.getWidth(), image.getHeight() - top), "png", png);
        return png.toByteArray();
    }

    private static boolean hasInk(BufferedImage image, int y) {
        return IntStream.range(0, image.getWidth()).anyMatch(x -> image.getRGB(x, y) != WHITE);
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
