package kz.adalkezek.server.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import kz.adalkezek.queue.GroupCode;

/// A policy or a catalogue that is published while the branch runs, looked through as the files
/// are.
public final class Publication {

    private static final Path NO_FILE = Path.of("");

    private Publication() {}

    /// @param services of the catalogues that are published, which a norm may name
    /// @return each fault as `key: what is wrong; remedy`
    public static List<String> faultsOfPolicy(String text, Set<String> services) {
        var errata = new Errata();
        PolicyFile.check(JsonLines.read(NO_FILE, text, errata), errata).agree(services);
        return errata.faultsOfText();
    }

    /// @param called groups that some counter calls
    /// @return each fault as `key: what is wrong; remedy`
    public static List<String> faultsOfCatalogue(String text, Set<GroupCode> called) {
        var errata = new Errata();
        CatalogueFile.check(JsonLines.read(NO_FILE, text, errata), errata).agree(called);
        return errata.faultsOfText();
    }
}
