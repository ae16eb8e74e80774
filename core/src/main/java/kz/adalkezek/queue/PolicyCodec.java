package kz.adalkezek.queue;

import static kz.adalkezek.queue.Fields.string;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.adalkezek.log.CanonicalJson;
import kz.adalkezek.queue.Policy.Booking;
import kz.adalkezek.queue.Policy.Findings;
import kz.adalkezek.queue.Policy.Ground;
import kz.adalkezek.queue.Policy.Limits;
import kz.adalkezek.queue.Policy.Names;
import kz.adalkezek.queue.Policy.NoShow;
import kz.adalkezek.queue.Policy.Norm;

/// A policy as it stands in a file and in its event: durations in whole seconds, credits in whole
/// minutes, limits that do not exist left out.
public final class PolicyCodec {

    private PolicyCodec() {}

    /// Reads a policy file.
    ///
    /// @throws IllegalArgumentException naming the member that is wrong; an unknown member is wrong
    public static Policy read(byte[] utf8) {
        var members = StrictJson.read(utf8);
        var policy = read(new Fields(members));
        if (!write(policy).equals(members)) {
            throw new IllegalArgumentException("the policy has a member that nobody knows");
        }
        return policy;
    }

    /// The one text of a policy: canonical JSON.
    static byte[] text(Policy policy) {
        return CanonicalJson.write(write(policy));
    }

    static Policy read(Fields policy) {
        var booking = policy.object("booking");
        var noShow = policy.object("noShow");
        var limits = policy.object("limits");
        var findings = policy.object("findings");
        return new Policy(
                policy.text("version"),
                policy.list("grounds", PolicyCodec::ground),
                policy.count("maxOvertakes"),
                policy.seconds("helpAfter"),
                new Booking(
                        booking.count("credit"),
                        booking.seconds("early"),
                        booking.seconds("late"),
                        booking.count("walkInShare")),
                new NoShow(
                        noShow.count("calls"),
                        noShow.seconds("apart"),
                        noShow.seconds("returnWithin")),
                policy.seconds("recallSpacing"),
                policy.seconds("handedWithin"),
                policy.seconds("undoSeconds"),
                policy.seconds("moreTime"),
                reasons(policy.object("reasons")),
                new Limits(
                        limit(limits, "ticketsPerKioskPerMinute"),
                        limit(limits, "waiting"),
                        limit(limits, "legs")),
                policy.list("norms", PolicyCodec::norm),
                new Findings(findings.seconds("answerWithin"), findings.seconds("escalateWithin")),
                policy.code("schedule"));
    }

    static Map<String, Object> write(Policy policy) {
        var text = new TreeMap<String, Object>();
        text.put("version", policy.version());
        text.put("grounds", policy.grounds().stream().map(PolicyCodec::write).toList());
        text.put("maxOvertakes", (long) policy.maxOvertakes());
        text.put("helpAfter", policy.helpAfter().toSeconds());
        text.put("booking", write(policy.booking()));
        text.put("noShow", write(policy.noShow()));
        text.put("recallSpacing", policy.recallSpacing().toSeconds());
        text.put("handedWithin", policy.handedWithin().toSeconds());
        text.put("undoSeconds", policy.undoSeconds().toSeconds());
        text.put("moreTime", policy.moreTime().toSeconds());
        text.put("reasons", reasons(policy.reasons()));
        text.put("limits", write(policy.limits()));
        text.put("norms", policy.norms().stream().map(PolicyCodec::write).toList());
        text.put(
                "findings",
                Map.of(
                        "answerWithin", policy.findings().answerWithin().toSeconds(),
                        "escalateWithin", policy.findings().escalateWithin().toSeconds()));
        if (!policy.schedule().isNone()) {
            text.put("schedule", policy.schedule().value());
        }
        return text;
    }

    private static Ground ground(Object value) {
        var ground = Fields.of(value);
        return new Ground(
                ground.text("code"),
                ground.count("credit"),
                ground.text("act"),
                new Names(ground.text("kk"), ground.text("ru"), ground.text("en")));
    }

    private static Map<String, Object> write(Ground ground) {
        return Map.of(
                "code", ground.code(),
                "credit", (long) ground.credit(),
                "act", ground.act(),
                "kk", ground.names().kk(),
                "ru", ground.names().ru(),
                "en", ground.names().en());
    }

    private static Map<String, Object> write(Booking booking) {
        return Map.of(
                "credit",
                (long) booking.credit(),
                "early",
                booking.early().toSeconds(),
                "late",
                booking.late().toSeconds(),
                "walkInShare",
                (long) booking.walkInShare());
    }

    private static Map<String, Object> write(NoShow noShow) {
        return Map.of(
                "calls", (long) noShow.calls(),
                "apart", noShow.apart().toSeconds(),
                "returnWithin", noShow.returnWithin().toSeconds());
    }

    private static Map<String, Object> write(Limits limits) {
        var text = new TreeMap<String, Object>();
        limit(text, "ticketsPerKioskPerMinute", limits.ticketsPerKioskPerMinute());
        limit(text, "waiting", limits.waiting());
        limit(text, "legs", limits.legs());
        return text;
    }

    private static int limit(Fields limits, String name) {
        return limits.has(name) ? limits.count(name) : Policy.UNLIMITED;
    }

    private static void limit(Map<String, Object> text, String name, int limit) {
        if (limit != Policy.UNLIMITED) {
            text.put(name, (long) limit);
        }
    }

    private static Norm norm(Object value) {
        var norm = Fields.of(value);
        return new Norm(
                norm.text("service"),
                norm.word("channel"),
                norm.seconds("waiting"),
                norm.seconds("serving"));
    }

    private static Map<String, Object> write(Norm norm) {
        return Map.of(
                "service", norm.service(),
                "channel", norm.channel().value(),
                "waiting", norm.waiting().toSeconds(),
                "serving", norm.serving().toSeconds());
    }

    private static Map<String, List<Code>> reasons(Fields reasons) {
        var read = new TreeMap<String, List<Code>>();
        var lists =
                reasons.sorted(
                        purpose -> purpose,
                        value -> {
                            if (!(value instanceof List<?> list)) {
                                throw new IllegalArgumentException("reasons holds no list");
                            }
                            return list.stream()
                                    .map(code -> new Code(string("reasons", code)))
                                    .toList();
                        });
        lists.forEach(pair -> read.put(pair.key(), pair.value()));
        return read;
    }

    private static Map<String, Object> reasons(Map<String, List<Code>> reasons) {
        var text = new TreeMap<String, Object>();
        reasons.forEach(
                (purpose, codes) -> text.put(purpose, codes.stream().map(Code::value).toList()));
        return text;
    }
}
