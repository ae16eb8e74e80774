package kz.adalkezek.kiosk.font;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// DejaVu Sans, which has all letters of Kazakh, Russian and English and hints for small sizes
/// without grey. Call [#standAlone] once before anything is drawn in the process.
public enum BundledFont {
    REGULAR("DejaVuSans.ttf"),
    BOLD("DejaVuSans-Bold.ttf");

    private static final String FONTCONFIG_PROPERTY = "sun.awt.fontconfig";
    private static final String FONTCONFIG_FILE = "fontconfig.properties";

    private final String file;

    BundledFont(String file) {
        this.file = file;
    }

    /// The same with a folder of its own for the small file, which goes with the process.
    public static void standAlone() throws IOException {
        if (System.getProperty(FONTCONFIG_PROPERTY) == null) {
            var folder = Files.createTempDirectory("kezek-fonts");
            folder.toFile().deleteOnExit();
            standAlone(folder);
            folder.resolve(FONTCONFIG_FILE).toFile().deleteOnExit();
        }
    }

    /// Makes this process draw without a screen and without fonts or fontconfig of the system: Java
    /// looks for both before it opens a font of ours, and dies when there are none. A file that was
    /// named at the start of the process (`-Dsun.awt.fontconfig=`) is respected.
    ///
    /// @param directory where the small file may stay that Java wants to read
    public static void standAlone(Path directory) throws IOException {
        System.setProperty("java.awt.headless", "true");
        if (System.getProperty(FONTCONFIG_PROPERTY) != null) {
            return;
        }
        Files.createDirectories(directory);
        var named = directory.resolve(FONTCONFIG_FILE).toAbsolutePath();
        try (var ours = open(FONTCONFIG_FILE)) {
            Files.write(named, ours.readAllBytes());
        }
        System.setProperty(FONTCONFIG_PROPERTY, named.toString());
    }

    /// Takes some 50 ms and memory for each call: keep what it gives.
    ///
    /// @throws IllegalStateException if the program was built without its fonts
    public Font load() {
        try (var bytes = open(file)) {
            return Font.createFont(Font.TRUETYPE_FONT, bytes);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("could not read the font " + file, e);
        }
    }

    private static InputStream open(String file) {
        var bytes = BundledFont.class.getResourceAsStream("/fonts/" + file);
        if (bytes == null) {
            throw new IllegalStateException("the program has no file fonts/" + file);
        }
        return bytes;
    }
}
