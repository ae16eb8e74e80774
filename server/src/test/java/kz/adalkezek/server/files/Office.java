package kz.adalkezek.server.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The demo's three files in a folder, to be spoilt.
final class Office {

    static final String BRANCH = "branch.toml";
    static final String POLICY = "policy.json";
    static final String CATALOGUE = "catalogue.json";

    private final Path folder;

    Office(Path folder) throws IOException {
        this.folder = folder;
        for (var name : new String[] {BRANCH, POLICY, CATALOGUE}) {
            try (var file = Office.class.getResourceAsStream("/demo/" + name)) {
                assertThat(file).as(name).isNotNull();
                Files.write(folder.resolve(name), file.readAllBytes());
            }
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    String text(String name) throws IOException {
        return Files.readString(file(name));
    }

    void write(String name, String text) throws IOException {
        Files.writeString(file(name), text);
    }

    /// Changes the first place at which the old text stands.
    ///
    /// @return `file:line: ` of the place
    String change(String name, String old, String with) throws IOException {
        var text = text(name);
        int at = text.indexOf(old);
        assertThat(at).as("%s in %s", old, name).isNotNegative();
        write(name, text.substring(0, at) + with + text.substring(at + old.length()));
        return place(name, text, at);
    }

    /// @return `file:line: ` of the first place of the text
    String place(String name, String searched) throws IOException {
        var text = text(name);
        return place(name, text, text.indexOf(searched));
    }

    private String place(String name, String text, int at) {
        long line = 1 + text.substring(0, at).chars().filter(c -> c == '\n').count();
        return file(name) + ":" + line + ": ";
    }

    BranchFiles read() {
        return BranchFiles.read(file(BRANCH));
    }
}
