package kz.adalkezek.kiosk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads `kiosk.toml` as a whole: either a configuration, or every fault at once with its line and
/// what to do. Each section has its own record, which reads it. The files that it names, with
/// printers and with the layout of tickets, are read alike.
final class ConfigFile {

    private final Path file;
    private final List<String> lines;
    private final JsonNode root;
    private final ConfigSection top;
    private final List<String> faults = new ArrayList<>();

    /// @throws ConfigException if the text is no TOML
    ConfigFile(Path file, String text) {
        this.file = file;
        this.lines = text.lines().toList();
        try {
            this.root = new TomlMapper().readTree(text);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            var line = at == null ? "" : "line " + at.getLineNr() + ": ";
            throw new ConfigException(file, List.of(line + e.getOriginalMessage()));
        }
        this.top = new ConfigSection(this, "", root);
    }

    /// @throws ConfigException naming every fault
    static Config read(Path file) {
        return open(file).config();
    }

    /// @throws ConfigException if it is not there or no TOML
    static ConfigFile open(Path file) {
        try {
            return new ConfigFile(file, Files.readString(file));
        } catch (IOException e) {
            throw new ConfigException(
                    file, List.of("it could not be read (" + e + "); check path and rights"));
        }
    }

    private Config config() {
        var config =
                new Config(
                        section("kiosk", KioskConfig::read),
                        section("branch", BranchConfig::read),
                        section("page", PageConfig::read),
                        section("printer", PrinterConfig::read),
                        section("offline", OfflineConfig::read),
                        sectionIfAny("led", LedConfig::read),
                        sectionIfAny("gpio", GpioConfig::read),
                        sectionIfAny("scanner", ScannerConfig::read),
                        sectionIfAny("pad", PadConfig::read));
        top.refuseUnknownKeys();
        refuseFaults();
        return config;
    }

    /// @throws ConfigException if there was one so far
    void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new ConfigException(file, faults);
        }
    }

    boolean isSound() {
        return faults.isEmpty();
    }

    /// What stands above all tables.
    ConfigSection top() {
        return top;
    }

    /// A section that is not there is read as an empty one.
    <T> T section(String name, Function<ConfigSection, T> reader) {
        var table = top.has(name) ? root.path(name) : MissingNode.getInstance();
        var section = new ConfigSection(this, name, table);
        var read = reader.apply(section);
        section.refuseUnknownKeys();
        return read;
    }

    private <T> Optional<T> sectionIfAny(String name, Function<ConfigSection, T> reader) {
        return top.has(name) ? Optional.of(section(name, reader)) : Optional.empty();
    }

    List<String> lines() {
        return lines;
    }

    Path resolve(String path) {
        var folder = file.toAbsolutePath().getParent();
        return folder == null ? Path.of(path) : folder.resolve(path).normalize();
    }

    /// The first fault of a key is the one to mend; those after it follow from it.
    void fault(String line, String key, String remedy) {
        if (faults.stream().noneMatch(other -> other.contains(key + ": "))) {
            faults.add(line + key + ": " + remedy);
        }
    }
}
