package kz.adalkezek.server.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import kz.adalkezek.server.outside.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Directories that may not be written. The child runs under a user without rights, because root is
/// not bound by the modes of files.
final class ReadOnlyIT {

    private static final String ID_CARD = "ID-CARD";
    private static final int BUNDLE_ENTRIES = 256;

    @Test
    void stopsAtTheNextBundleWhenTheDirectoryBecameReadOnly(@TempDir Path temp)
            throws IOException, InterruptedException {
        var kept = new LinkedHashMap<UUID, Answer>();
        var data = directory(temp, "data");
        var launch = withoutRights(temp);
        var entries = data.resolve("log/tile/entries");
        try (var server = launch.start(data)) {
            mode(entries, "r-xr-xr-x");
            long signed = 0;
            var client = server.client();
            for (int i = 0; i <= BUNDLE_ENTRIES; i++) {
                var request = UUID.randomUUID();
                try {
                    var ticket = client.take(request, ID_CARD);
                    if (ticket.isDone()) {
                        kept.put(request, ticket);
                    }
                    signed = client.checkpointSize();
                } catch (IOException _) {
                    break;
                }
            }
            var end = server.awaitEnd();
            assertThat(end.code()).as(server.output()).isNotZero();
            FaultIT.saysInOneSentence(
                    end, "open", new LogFiles(data).bundle(1), "AccessDeniedException");
            assertThat(signed).isEqualTo(BUNDLE_ENTRIES);
            assertThat(new LogFiles(data).signedSize()).isEqualTo(signed);
        }
        mode(entries, "rwxr-xr-x");
        try (var again = launch.start(data)) {
            FaultIT.hasAll(again.client(), kept);
            Soundness.requireSound(data.toString());
        }
    }

    @Test
    void refusesToStartOnALogThatItMayNotWrite(@TempDir Path temp)
            throws IOException, InterruptedException {
        var data = directory(temp, "data");
        var launch = withoutRights(temp);
        launch.start(data).stop();
        var bundle = new LogFiles(data).bundle(0);
        mode(bundle, "r--r--r--");
        try (var server = launch.begin(data)) {
            var end = server.awaitEnd();
            assertThat(end.code()).as(server.output()).isNotZero();
            FaultIT.saysInOneSentence(end, "open", bundle, "AccessDeniedException");
        }
    }

    @Test
    void refusesToStartWhereItMayNotMakeALog(@TempDir Path temp)
            throws IOException, InterruptedException {
        var parent = directory(temp, "parent");
        var launch = withoutRights(temp);
        mode(parent, "r-xr-xr-x");
        var data = parent.resolve("data");
        try (var server = launch.begin(data)) {
            var end = server.awaitEnd();
            assertThat(end.code()).as(server.output()).isNotZero();
            assertThat(end.complaint()).contains(data.toString()).doesNotContain("\tat ");
        }
    }

    /// A directory that belongs to the user without rights.
    private static Path directory(Path temp, String name) throws IOException, InterruptedException {
        mode(temp, "rwxr-xr-x");
        var directory = Files.createDirectory(temp.resolve(name));
        if (isRoot()) {
            run(List.of("chown", "nobody:nogroup", directory.toString()));
        }
        return directory;
    }

    /// Whoever is not root has no rights already. For `nobody` the class path is copied to where
    /// everybody may read it.
    private static Launch withoutRights(Path temp) throws IOException, InterruptedException {
        if (!isRoot()) {
            return Launch.BRIEF.with("--unlimited");
        }
        var copies = new ArrayList<String>();
        var place = Files.createDirectory(temp.resolve("classpath"));
        for (var part : parts(Launch.BRIEF.classPath())) {
            if (!part.isEmpty() && Files.exists(Path.of(part))) {
                var copy = place.resolve(copies.size() + "-" + Path.of(part).getFileName());
                run(List.of("cp", "-r", part, copy.toString()));
                copies.add(copy.toString());
            }
        }
        run(List.of("chmod", "-R", "a+rX", place.toString()));
        return Launch.BRIEF
                .on(String.join(File.pathSeparator, copies))
                .under(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"))
                .with("--unlimited");
    }

    private static List<String> parts(String classPath) {
        return List.of(classPath.split(File.pathSeparator, -1));
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void mode(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor()).as("%s", command).isZero();
    }
}
