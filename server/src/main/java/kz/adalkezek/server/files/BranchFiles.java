package kz.adalkezek.server.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.log.CanonicalJson;
import kz.adalkezek.queue.Policy;
import kz.adalkezek.queue.PolicyCodec;
import kz.adalkezek.queue.StrictJson;
import kz.adalkezek.server.branch.Catalogue;
import kz.adalkezek.server.voice.Recordings;

/// `branch.toml`, the policy and the catalogue it names: read together, and refused together with
/// every fault of all three.
///
/// @param policyLine where its version stands in the file
/// @param catalogueLine the same
/// @param remarks what is allowed and yet worth a look, each as `file:line: key: what; advice`
public record BranchFiles(
        Config config,
        Policy policy,
        int policyLine,
        Catalogue catalogue,
        int catalogueLine,
        List<String> remarks) {

    private static final String VERSION = "version";

    public BranchFiles {
        remarks = List.copyOf(remarks);
    }

    /// @param file `branch.toml`
    /// @throws ConfigException naming every fault
    public static BranchFiles read(Path file) {
        var errata = new Errata();
        var located = located(file, errata);
        var toml = BranchToml.read(located, errata);
        var config = toml.config();
        var policyText = named(located, "policy", config.policy(), errata);
        var catalogueText = named(located, "catalogue", config.catalogue(), errata);
        recordings(located, config, errata);
        var policyFile = json(config.policy(), policyText, errata);
        var catalogueFile = json(config.catalogue(), catalogueText, errata);
        var policy = PolicyFile.check(policyFile, errata);
        var catalogue = CatalogueFile.check(catalogueFile, errata);
        policy.agree(catalogue.services());
        if (!catalogue.services().isEmpty()) {
            toml.floor().agree(catalogue.used());
            catalogue.agree(config.called());
        }
        toml.floor().remark();
        require(errata);
        var bytes = policyText.orElseThrow().getBytes(UTF_8);
        int published = CanonicalJson.write(StrictJson.read(bytes)).length;
        if (published > Policy.TEXT_MAX_BYTES) {
            errata.fault(
                    config.policy(),
                    1,
                    "",
                    "has " + published + " bytes as it is published",
                    "shorten it to " + Policy.TEXT_MAX_BYTES);
        }
        require(errata);
        return new BranchFiles(
                config,
                PolicyCodec.read(bytes),
                policyFile.line("/" + VERSION),
                Catalogue.parse(catalogueText.orElseThrow()),
                catalogueFile.line("/" + VERSION),
                errata.remarks());
    }

    /// The same with another policy, which stands in no file.
    public BranchFiles with(Policy policy) {
        return new BranchFiles(config, policy, policyLine, catalogue, catalogueLine, remarks);
    }

    /// A version names one text for ever.
    ///
    /// @param policyTaken whether the log knows another text under the policy's version
    /// @param catalogueTaken the same of the catalogue
    /// @throws ConfigException where it does
    public void requireNew(boolean policyTaken, boolean catalogueTaken) {
        var errata = new Errata();
        if (policyTaken) {
            taken(errata, config.policy(), policyLine, policy.version());
        }
        if (catalogueTaken) {
            taken(errata, config.catalogue(), catalogueLine, catalogue.version());
        }
        require(errata);
    }

    private static void taken(Errata errata, Path file, int line, String version) {
        errata.fault(
                file,
                line,
                VERSION,
                "\"" + version + "\" was published with another text",
                "raise the version: write one that was never used");
    }

    /// What is worth a look, also beside what the log has published.
    ///
    /// @param inForce versions by which the branch works
    public List<String> remarks(InForce inForce) {
        var errata = new Errata();
        if (!inForce.policy().equals(policy.version())) {
            behind(errata, config.policy(), policyLine, policy.version(), inForce.policy());
        }
        if (!inForce.catalogue().equals(catalogue.version())) {
            behind(
                    errata,
                    config.catalogue(),
                    catalogueLine,
                    catalogue.version(),
                    inForce.catalogue());
        }
        var all = new ArrayList<>(remarks);
        all.addAll(errata.remarks());
        return all;
    }

    public record InForce(String policy, String catalogue) {}

    private static void behind(Errata errata, Path file, int line, String version, String inForce) {
        errata.remark(
                file,
                line,
                VERSION,
                "\"" + version + "\" is not in force: \"" + inForce + "\" was published later",
                "bring the file up to date, or raise its version to publish it");
    }

    /// `branch.toml` alone.
    ///
    /// @throws ConfigException naming every fault of it
    public static Config config(Path file) {
        var errata = new Errata();
        var config = BranchToml.read(located(file, errata), errata).config();
        require(errata);
        return config;
    }

    /// The text of a `branch.toml`, whose paths are relative to the folder of `file`.
    ///
    /// @throws ConfigException naming every fault of it
    public static Config config(Path file, String text) {
        var errata = new Errata();
        var config = BranchToml.read(TomlLines.read(file, text, errata), errata).config();
        require(errata);
        return config;
    }

    private static void require(Errata errata) {
        if (!errata.isEmpty()) {
            throw new ConfigException(errata.faults());
        }
    }

    private static Located located(Path file, Errata errata) {
        try {
            return FileText.of(file, errata)
                    .map(text -> TomlLines.read(file, text, errata))
                    .orElse(Located.nothing(file));
        } catch (IOException e) {
            errata.fault(file, 1, "", "could not be read (" + e + ")", "check path and rights");
            return Located.nothing(file);
        }
    }

    /// The text of a file that `branch.toml` names under `[rules]`.
    private static Optional<String> named(Located toml, String key, Path file, Errata errata) {
        if (!toml.root().path("rules").path(key).isTextual()) {
            // That nothing is named has been said.
            return Optional.empty();
        }
        try {
            return FileText.of(file, errata);
        } catch (IOException e) {
            errata.fault(
                    toml.file(),
                    toml.line("/rules/" + key),
                    "rules." + key,
                    "the file could not be read (" + e + ")",
                    "check path and rights");
            return Optional.empty();
        }
    }

    /// The branch's own recordings, each of which must be playable before anybody is called.
    private static void recordings(Located toml, Config config, Errata errata) {
        if (!toml.root().path("voice").path("clips").isTextual()) {
            return;
        }
        var key = "voice.clips";
        int line = toml.line("/voice/clips");
        try {
            for (var fault : Recordings.read(config.clips().orElseThrow()).faults()) {
                errata.fault(toml.file(), line, key, fault.wrong(), fault.remedy());
            }
        } catch (IOException e) {
            errata.fault(
                    toml.file(),
                    line,
                    key,
                    "the folder could not be read (" + e + ")",
                    "check path and rights");
        }
    }

    private static Located json(Path file, Optional<String> text, Errata errata) {
        return text.map(read -> JsonLines.read(file, read, errata)).orElse(Located.nothing(file));
    }
}
