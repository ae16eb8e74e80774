package kz.adalkezek.kiosk;

import java.nio.file.Path;
import java.util.Map;
import kz.adalkezek.kiosk.print.Language;

/// The section `[kiosk]`.
///
/// @param id as the branch enrolled this kiosk
/// @param language with which the screen begins
/// @param branchTime whether the branch's clock counts and this machine's does not
/// @param data holds the outbox, and the simulated printer's device
record KioskConfig(String id, Language language, boolean branchTime, Path data) {

    private static final Map<String, Language> LANGUAGES =
            Map.of("kk", Language.KK, "ru", Language.RU, "en", Language.EN);

    static KioskConfig read(ConfigSection section) {
        return new KioskConfig(
                section.text(
                        "id",
                        "(?!branch$)[a-z][a-z0-9]{0,31}",
                        "write the kiosk's name, such as \"k1\""),
                section.word("language", LANGUAGES, Language.KK, "write \"kk\", \"ru\" or \"en\""),
                branchTime(section),
                section.path("data"));
    }

    /// Every real kiosk has the machine's time; a branch that is played has another.
    private static boolean branchTime(ConfigSection section) {
        return section.has("clock")
                && section.word(
                        "clock",
                        Map.of("machine", false, "branch", true),
                        false,
                        "write \"machine\" or \"branch\"");
    }
}
