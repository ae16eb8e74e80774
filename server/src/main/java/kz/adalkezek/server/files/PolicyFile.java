package kz.adalkezek.server.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.adalkezek.queue.Code;
import kz.adalkezek.queue.Policy;

/// Looks for everything that is wrong in a policy file; the policy itself is read by the law. What
/// that may refuse is refused here before, with its line.
final class PolicyFile {

    static final int GROUNDS_MAX = 50;
    static final int NORMS_MAX = 500;
    static final int REASONS_MAX = 50;
    static final int CODE_MAX_CHARS = 40;
    static final int ACT_MAX_CHARS = 500;

    private static final int TIME_MAX_SECONDS = (int) Policy.TIME_MAX.toSeconds();

    /// What the law asks reasons for. A policy without one of them forbids the act.
    private static final Set<String> PURPOSES =
            Set.of(
                    "override",
                    "close",
                    "park",
                    "pause",
                    "served-direct",
                    "handed-failed",
                    "request-document",
                    "dispute-clock",
                    "answer-finding",
                    "outcome");

    private static final Set<String> KNOWN =
            Set.of(
                    "version",
                    "grounds",
                    "maxOvertakes",
                    "helpAfter",
                    "booking",
                    "noShow",
                    "recallSpacing",
                    "handedWithin",
                    "undoSeconds",
                    "moreTime",
                    "reasons",
                    "limits",
                    "norms",
                    "findings",
                    "schedule");

    private final Part root;

    /// Where each service stands that has a norm.
    private final List<Norm> norms = new ArrayList<>();

    private record Norm(Part part, String service) {}

    private PolicyFile(Part root) {
        this.root = root;
    }

    static PolicyFile check(Located file, Errata errata) {
        var policy = new PolicyFile(Part.of(file, errata));
        policy.check();
        return policy;
    }

    /// A norm for a service that nobody can ask for is a slip of the pen.
    ///
    /// @param services of the catalogue; without one, nothing can be said
    void agree(Set<String> services) {
        if (services.isEmpty()) {
            return;
        }
        for (var norm : norms) {
            if (!services.contains(norm.service())) {
                norm.part()
                        .fault(
                                "service",
                                "\"" + norm.service() + "\" is no service of the catalogue",
                                "correct the code, or take the norm out");
            }
        }
    }

    private void check() {
        root.only(KNOWN);
        root.text("version", Policy.VERSION_MAX_CHARS, "write a version that was never used");
        grounds();
        root.number("maxOvertakes", 1, Policy.COUNT_MAX);
        for (var time :
                List.of("helpAfter", "recallSpacing", "handedWithin", "undoSeconds", "moreTime")) {
            seconds(root, time);
        }
        booking(root.part("booking"));
        noShow(root.part("noShow"));
        limits(root.part("limits"));
        reasons(root.part("reasons"));
        norms();
        var findings = root.part("findings");
        findings.only(Set.of("answerWithin", "escalateWithin"));
        seconds(findings, "answerWithin");
        seconds(findings, "escalateWithin");
        if (root.has("schedule")) {
            code(root, "schedule");
        }
    }

    private void grounds() {
        var codes = new HashSet<String>();
        var credits = new HashMap<Integer, List<Part>>();
        for (var ground : root.parts("grounds", 0, GROUNDS_MAX)) {
            ground.only(Set.of("code", "credit", "act", "kk", "ru", "en"));
            var code = ground.text("code", CODE_MAX_CHARS, "write a short code such as \"P-OLD\"");
            if (!code.isEmpty() && !codes.add(code)) {
                ground.fault("code", "stands twice", "give each ground a code of its own");
            }
            int credit = ground.number("credit", 1, Policy.CREDIT_MAX_MINUTES);
            credits.computeIfAbsent(credit, _ -> new ArrayList<>()).add(ground);
            ground.text("act", ACT_MAX_CHARS, "name the act that grants it");
            Texts.names(ground);
        }
        for (var same : credits.values()) {
            if (same.size() == 1) {
                same.getFirst()
                        .fault(
                                "credit",
                                "belongs to this ground alone, so a ticket would tell the ground",
                                "give another ground the same credit");
            }
        }
    }

    private static void booking(Part booking) {
        booking.only(Set.of("credit", "early", "late", "walkInShare"));
        booking.number("credit", 0, Policy.CREDIT_MAX_MINUTES);
        seconds(booking, "early");
        seconds(booking, "late");
        booking.number("walkInShare", 0, 100);
    }

    private static void noShow(Part noShow) {
        noShow.only(Set.of("calls", "apart", "returnWithin"));
        noShow.number("calls", 1, Policy.COUNT_MAX);
        seconds(noShow, "apart");
        seconds(noShow, "returnWithin");
    }

    private static void limits(Part limits) {
        var known = Set.of("ticketsPerKioskPerMinute", "waiting", "legs");
        limits.only(known);
        for (var limit : known.stream().sorted().toList()) {
            if (limits.has(limit)) {
                // No limit is said by leaving it out.
                limits.number(limit, 1, Policy.COUNT_MAX);
            }
        }
    }

    private static void reasons(Part reasons) {
        reasons.only(PURPOSES);
        for (var purpose : PURPOSES.stream().sorted().toList()) {
            if (reasons.has(purpose)) {
                var codes =
                        reasons.values(
                                purpose, 0, REASONS_MAX, CODE_MAX_CHARS, Texts.said(Code::new));
                if (new HashSet<>(codes).size() < codes.size()) {
                    reasons.fault(purpose, "names a code twice", "name each code once");
                }
            }
        }
    }

    private void norms() {
        var seen = new HashSet<String>();
        for (var norm : root.parts("norms", 0, NORMS_MAX)) {
            norm.only(Set.of("service", "channel", "waiting", "serving"));
            var service = norm.text("service", CODE_MAX_CHARS, "write a code of the catalogue");
            var channel = code(norm, "channel");
            seconds(norm, "waiting");
            seconds(norm, "serving");
            if (!service.isEmpty()) {
                norms.add(new Norm(norm, service));
                if (!seen.add(service + " " + channel)) {
                    norm.fault(
                            "service",
                            "has a norm for \"" + channel + "\" already",
                            "take one of them out");
                }
            }
        }
    }

    private static String code(Part part, String key) {
        return part.value(key, CODE_MAX_CHARS, Texts.said(Code::new)).map(Code::value).orElse("");
    }

    private static void seconds(Part part, String key) {
        part.number(key, 0, TIME_MAX_SECONDS);
    }
}
