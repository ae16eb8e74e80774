package kz.adalkezek.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/// The files of the demo branch that come with the program.
final class DemoFiles {

    private DemoFiles() {}

    static byte[] bytes(String name) throws IOException {
        try (var file = DemoFiles.class.getResourceAsStream("/demo/" + name)) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its file demo/" + name);
            }
            return file.readAllBytes();
        }
    }

    static String text(String name) throws IOException {
        return new String(bytes(name), UTF_8);
    }
}
