package kz.adalkezek.kiosk.font;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledFontTest {

    /// A process with an empty environment, for which fontconfig leads nowhere.
    @Test
    void drawsOnAMachineWithoutFontsOrFontconfig(@TempDir Path dir) throws Exception {
        assertThat(run(dir, "alone")).endsWith("drew 1\n");
        assertThat(dir.resolve("fontconfig.properties")).exists();
    }

    @Test
    void respectsAFileThatTheStartOfTheProcessNamed(@TempDir Path dir) throws Exception {
        var named =
                Files.writeString(dir.resolve("named"), "version=1\nsequence.allfonts=default\n");
        var output = run(dir, "elsewhere", "-Dsun.awt.fontconfig=" + named);
        assertThat(output).endsWith("drew 1\n");
        assertThat(dir.resolve("fontconfig.properties")).doesNotExist();
    }

    private static String run(Path dir, String home, String... options)
            throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-Duser.home=" + dir.resolve(home)));
        command.addAll(List.of(options));
        command.addAll(List.of(Draw.class.getName(), dir.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("FONTCONFIG_PATH", dir.resolve("nowhere").toString());
        builder.environment().put("FONTCONFIG_FILE", dir.resolve("nowhere").toString());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return output;
    }

    /// What the child process does.
    static final class Draw {

        private Draw() {}

        public static void main(String[] arguments) throws IOException {
            BundledFont.standAlone(Path.of(arguments[0]));
            var image = new BufferedImage(60, 40, BufferedImage.TYPE_BYTE_BINARY);
            var graphics = image.createGraphics();
            graphics.setFont(BundledFont.BOLD.load().deriveFont(30f));
            graphics.drawString("Қ", 5, 30);
            int ink = 0;
            for (int i = 0; i < 60 * 40; i++) {
                ink += image.getRGB(i % 60, i / 60) & 1;
            }
            System.out.println("drew " + Math.min(1, ink));
        }
    }
}
