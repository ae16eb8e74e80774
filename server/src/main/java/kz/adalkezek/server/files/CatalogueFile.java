package kz.adalkezek.server.files;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.Policy;

/// Looks for everything that is wrong in a catalogue file. It may hold more than the branch reads,
/// such as the sources of a fee: the whole text is published.
final class CatalogueFile {

    static final int GROUPS_MAX = 50;
    static final int SERVICES_MAX = 1_000;
    static final int DOCUMENTS_MAX = 50;
    static final int CODE_MAX_CHARS = 40;
    static final int MINUTES_MAX = 8 * 60;
    static final int FEE_MAX_TENGE = 100_000_000;
    static final int TERM_MAX = 10_000;

    private static final Set<String> UNITS = Set.of("minutes", "working_days", "calendar_days");

    private final Part root;
    private final Map<GroupCode, Part> groups = new LinkedHashMap<>();
    private final Map<String, Part> services = new LinkedHashMap<>();
    private final Set<GroupCode> used = new HashSet<>();

    private CatalogueFile(Part root) {
        this.root = root;
    }

    static CatalogueFile check(Located file, Errata errata) {
        var catalogue = new CatalogueFile(Part.of(file, errata));
        catalogue.check();
        return catalogue;
    }

    Set<String> services() {
        return services.keySet();
    }

    /// The groups in which a service is asked for.
    Set<GroupCode> used() {
        return used;
    }

    /// Whoever asks for a service must be called by somebody.
    void agree(Set<GroupCode> called) {
        groups.forEach((code, group) -> {
            if (!used.contains(code)) {
                group.remark("code", "no service is in this group", "take the group out");
            } else if (!called.contains(code)) {
                group.fault(
                        "code",
                        "no counter calls the group \""
                                + code
                                + "\", so its tickets would wait"
                                + " for ever",
                        "give it to a counter in branch.toml, or take out its services");
            }
        });
    }

    private void check() {
        root.text("version", Policy.VERSION_MAX_CHARS, "write a version that was never used");
        for (var group : root.parts("serviceGroups", 1, GROUPS_MAX)) {
            var code = group.value("code", CODE_MAX_CHARS, Texts.said(GroupCode::new));
            group.value("letter", 1, CatalogueFile::letter);
            Texts.names(group.part("name"));
            code.ifPresent(known -> {
                if (groups.put(known, group) != null) {
                    group.fault("code", "stands twice", "give each group a code of its own");
                }
            });
        }
        for (var service : root.parts("services", 1, SERVICES_MAX)) {
            check(service);
        }
    }

    private void check(Part service) {
        var code = service.text("code", CODE_MAX_CHARS, "write a short code such as \"ID-CARD\"");
        if (!code.isEmpty() && services.put(code, service) != null) {
            service.fault("code", "stands twice", "give each service a code of its own");
        }
        service.value("group", CODE_MAX_CHARS, Texts.said(GroupCode::new))
                .ifPresent(group -> {
                    used.add(group);
                    if (!groups.containsKey(group)) {
                        service.fault(
                                "group",
                                "\"" + group + "\" is not listed, so its tickets have no letter",
                                "add it to serviceGroups with its letter, or name one of "
                                        + groups.keySet());
                    }
                });
        Texts.names(service.part("name"));
        service.part("avgServiceMin").number("value", 1, MINUTES_MAX);
        if (service.has("standard")) {
            var standard = service.part("standard");
            standard.numberIfAny("maxWaitMin", 0, MINUTES_MAX);
            standard.numberIfAny("maxServiceMin", 0, MINUTES_MAX);
        }
        if (service.has("fee")) {
            service.part("fee").numberIfAny("kzt2026", 0, FEE_MAX_TENGE);
        }
        if (service.has("legalDeadline")) {
            term(service.part("legalDeadline"));
        }
        documents(service);
    }

    private static void term(Part term) {
        term.numberIfAny("value", 0, TERM_MAX);
        if (term.has("value")) {
            term.value("unit", CODE_MAX_CHARS, CatalogueFile::unit);
        }
    }

    private static void documents(Part service) {
        List<String> seen = new ArrayList<>();
        for (var document : service.parts("documents", 0, DOCUMENTS_MAX)) {
            var code = document.text("code", CODE_MAX_CHARS, "write a short code such as \"ID\"");
            if (!code.isEmpty() && seen.contains(code)) {
                document.fault("code", "stands twice", "list each paper of a service once");
            }
            seen.add(code);
            Texts.names(document);
            if (document.has("when")) {
                document.text(
                        "when", CODE_MAX_CHARS, "write when it is needed, such as \"always\"");
            }
        }
    }

    private static String unit(String text) {
        if (!UNITS.contains(text)) {
            throw new IllegalArgumentException("write one of " + UNITS.stream().sorted().toList());
        }
        return text;
    }

    private static char letter(String text) {
        if (text.charAt(0) < 'A' || text.charAt(0) > 'Z') {
            throw new IllegalArgumentException("write one capital letter of the Latin A to Z");
        }
        return text.charAt(0);
    }
}
