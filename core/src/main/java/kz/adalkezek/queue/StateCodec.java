package kz.adalkezek.queue;

import static kz.adalkezek.queue.Fields.integer;
import static kz.adalkezek.queue.Fields.kebab;
import static kz.adalkezek.queue.Fields.string;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import kz.adalkezek.log.DeviceKey;
import kz.adalkezek.queue.Carried.PublishedCatalogue;
import kz.adalkezek.queue.Carried.PublishedPolicy;

/// What `day.opened` carries and what `day.closed` sums up, as JSON.
final class StateCodec {

    private StateCodec() {}

    static Map<String, Object> write(Carried state) {
        var text = new TreeMap<String, Object>();
        text.put("policies", state.policies().stream().map(StateCodec::write).toList());
        text.put("catalogues", state.catalogues().stream().map(StateCodec::write).toList());
        text.put("devices", object(state.devices(), StateCodec::write));
        text.put("counters", object(state.counters(), Code::value));
        text.put("rememberedFrom", state.rememberedFrom());
        if (!state.bookings().isEmpty()) {
            text.put("bookings", BookingsCodec.write(state.bookings()));
        }
        if (!state.leases().isEmpty()) {
            text.put("leases", state.leases().open().stream().map(StateCodec::write).toList());
        }
        if (!state.findings().isEmpty()) {
            text.put("findings", object(state.findings().raised(), StateCodec::write));
        }
        return text;
    }

    static Carried carried(Fields state) {
        return new Carried(
                state.list("policies", StateCodec::policy),
                state.list("catalogues", StateCodec::catalogue),
                state.object("devices").sorted(DeviceId::new, StateCodec::device),
                state.object("counters").sorted(StateCodec::counter, StateCodec::hall),
                state.number("rememberedFrom"),
                state.objectIfAny("bookings").map(BookingsCodec::read).orElse(Bookings.NONE),
                state.has("leases")
                        ? new Leases(state.list("leases", StateCodec::lease))
                        : Leases.NONE,
                new Findings(
                        state.objectIfAny("findings")
                                .map(open -> open.sorted(StateCodec::index, StateCodec::finding))
                                .orElse(Sorted.empty())));
    }

    static Map<String, Object> write(Totals totals) {
        Function<Integer, Object> count = Integer::longValue;
        return Map.of(
                "issuedByGroup", object(totals.issuedByGroup(), count),
                "servedByGroup", object(totals.servedByGroup(), count),
                "issuedByTaker", object(totals.issuedBy(), count),
                "calledByDesk", object(totals.calledAt(), count),
                "servedByDesk", object(totals.servedAt(), count));
    }

    static Totals totals(Fields totals) {
        return new Totals(
                totals.object("issuedByGroup").sorted(GroupCode::new, Fields::integer),
                totals.object("servedByGroup").sorted(GroupCode::new, Fields::integer),
                totals.object("issuedByTaker").sorted(name -> name, Fields::integer),
                totals.object("calledByDesk").sorted(StateCodec::counter, Fields::integer),
                totals.object("servedByDesk").sorted(StateCodec::counter, Fields::integer));
    }

    static Map<String, Object> write(Opened opened) {
        var text = new TreeMap<String, Object>();
        text.put("services", counts(opened.services()));
        text.put("languages", counts(opened.languages()));
        text.put("grounds", counts(opened.grounds()));
        if (!opened.people().isEmpty()) {
            text.put("people", counts(opened.people()));
        }
        return text;
    }

    static Opened opened(Fields opened) {
        return new Opened(
                counts(opened.object("services")),
                counts(opened.object("languages")),
                counts(opened.object("grounds")),
                opened.has("people") ? counts(opened.object("people")) : Map.of());
    }

    static Map<String, Object> letters(Map<GroupCode, Character> letters) {
        var text = new TreeMap<String, Object>();
        letters.forEach((group, letter) -> text.put(group.value(), letter.toString()));
        return text;
    }

    static Sorted<GroupCode, Character> letters(Fields letters) {
        return letters.sorted(GroupCode::new, StateCodec::letter);
    }

    private static Map<String, Object> write(Findings.Found found) {
        var text = new TreeMap<String, Object>();
        text.put("rule", found.rule().value());
        text.put("subject", found.subject());
        text.put("due", found.due().toEpochMilli());
        if (found.stage() == Findings.Stage.ESCALATED) {
            text.put("escalated", true);
        }
        return text;
    }

    private static Findings.Found finding(Object value) {
        var found = Fields.of(value);
        return new Findings.Found(
                found.word("rule"),
                found.number("subject"),
                found.instant("due"),
                found.flag("escalated") ? Findings.Stage.ESCALATED : Findings.Stage.RAISED);
    }

    private static long index(String name) {
        try {
            return Long.parseLong(name);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a finding is a log index", e);
        }
    }

    private static Map<String, Object> write(PublishedPolicy published) {
        return Map.of(
                "index", published.index(),
                "from", published.from().toEpochMilli(),
                "policy", PolicyCodec.write(published.policy()));
    }

    private static PublishedPolicy policy(Object value) {
        var published = Fields.of(value);
        return new PublishedPolicy(
                published.number("index"),
                published.instant("from"),
                PolicyCodec.read(published.object("policy")));
    }

    private static Map<String, Object> write(PublishedCatalogue published) {
        return Map.of(
                "index", published.index(),
                "from", published.from().toEpochMilli(),
                "version", published.version(),
                "hash", published.hash(),
                "letters", object(published.letters(), Object::toString));
    }

    private static PublishedCatalogue catalogue(Object value) {
        var published = Fields.of(value);
        return new PublishedCatalogue(
                published.number("index"),
                published.instant("from"),
                published.text("version"),
                published.text("hash"),
                letters(published.object("letters")));
    }

    private static Map<String, Object> write(Leases.Lease lease) {
        var text = new TreeMap<String, Object>();
        EventWriter.block(lease.device(), lease.left(), text);
        return text;
    }

    private static Leases.Lease lease(Object value) {
        var lease = Fields.of(value);
        return new Leases.Lease(new DeviceId(lease.text("device")), EventReader.block(lease));
    }

    private static Map<String, Object> write(Device device) {
        var text = new TreeMap<String, Object>();
        text.put("kind", kebab(device.kind()));
        text.put("hall", device.hall().value());
        text.put("dn", device.dn());
        text.put("acknowledged", device.acknowledged().toEpochMilli());
        text.put("state", device.here() ? "here" : "away");
        if (device.pending() > 0) {
            text.put("pending", (long) device.pending());
        }
        device.chain()
                .ifPresent(chain -> {
                    text.put("key", chain.key().text());
                    text.put("entries", chain.entries());
                    text.put("head", chain.head());
                });
        return text;
    }

    private static Device device(Object value) {
        var device = Fields.of(value);
        return new Device(
                device.choice("kind", Event.DeviceKind.class),
                device.word("hall"),
                device.number("dn"),
                device.instant("acknowledged"),
                here(device),
                device.has("pending") ? device.count("pending") : 0,
                device.has("key") ? Optional.of(chain(device)) : Optional.empty(),
                Sorted.empty(),
                Sorted.empty());
    }

    private static Chain chain(Fields device) {
        return new Chain(
                new DeviceKey(device.text("key")), device.number("entries"), device.text("head"));
    }

    static boolean here(Fields device) {
        return switch (device.text("state")) {
            case "here" -> true;
            case "away" -> false;
            default -> throw new IllegalArgumentException("state is neither here nor away");
        };
    }

    private static Code hall(Object value) {
        var hall = new Code(string("counters", value));
        if (hall.isNone()) {
            throw new IllegalArgumentException("a counter stands in a hall");
        }
        return hall;
    }

    static char letter(Object value) {
        var text = string("letters", value);
        if (text.length() != 1 || !TicketNumber.isLetter(text.charAt(0))) {
            throw new IllegalArgumentException("a letter is A to Z");
        }
        return text.charAt(0);
    }

    private static DeskId counter(String name) {
        try {
            return new DeskId(Integer.parseInt(name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a counter is a number", e);
        }
    }

    private static <K extends Comparable<K>, V> Map<String, Object> object(
            Sorted<K, V> sorted, Function<V, Object> value) {
        var text = new TreeMap<String, Object>();
        for (var pair : sorted) {
            text.put(pair.key().toString(), value.apply(pair.value()));
        }
        return text;
    }

    private static Map<String, Object> counts(Map<String, Integer> counts) {
        var text = new TreeMap<String, Object>();
        counts.forEach((key, count) -> text.put(key, (long) count));
        return text;
    }

    private static Map<String, Integer> counts(Fields counts) {
        var read = new TreeMap<String, Integer>();
        counts.sorted(key -> key, value -> integer(value))
                .forEach(pair -> read.put(pair.key(), pair.value()));
        return read;
    }
}
