package kz.adalkezek.audit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import kz.adalkezek.audit.Finding.LawBroken;
import kz.adalkezek.queue.Decision;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.EventCodec;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.StrictJson;
import kz.adalkezek.queue.VisitId;
import org.jspecify.annotations.Nullable;

/// The first difference between what was written and what the law answers, in words.
final class Difference {

    private static final int VALUE_MAX_CHARS = 60;

    private Difference() {}

    /// @param line the state that the command found
    static Optional<LawBroken> between(Line line, List<Entry> written, Decision lawful) {
        var first = written.getFirst();
        return switch (lawful) {
            case Decision.Accepted(var entries) -> between(line, written, entries);
            case Decision.Nothing _ -> breach(first, "the law does nothing here");
            case Decision.Repeated(var index) ->
                    breach(first, "this was done by entry " + index + " already");
            case Decision.Refused(var why, _) ->
                    breach(first, "the law refuses this: " + Words.of(why));
        };
    }

    private static Optional<LawBroken> between(Line line, List<Entry> written, List<Entry> lawful) {
        if (written.equals(lawful)) {
            return Optional.empty();
        }
        int both = Math.min(written.size(), lawful.size());
        for (int i = 0; i < both; i++) {
            var difference = event(line, written.get(i), lawful.get(i));
            if (difference.isPresent()) {
                return breach(written.get(i), difference.get());
            }
        }
        if (written.size() > both) {
            return breach(written.get(both), "the law does not do this, the command ends before");
        }
        if (lawful.size() > both) {
            return breach(
                    written.getLast(),
                    "by the law a " + type(lawful.get(both)) + " follows in the same command");
        }
        for (int i = 0; i < both; i++) {
            var difference = members(members(written.get(i)), members(lawful.get(i)), "");
            if (difference.isPresent()) {
                return breach(written.get(i), difference.get());
            }
        }
        throw new IllegalStateException("two different entries have the same bytes");
    }

    /// What differs in the events themselves, which says more than the frame around them.
    private static Optional<String> event(Line line, Entry written, Entry lawful) {
        if (written.event().equals(lawful.event())) {
            return Optional.empty();
        }
        if (!type(written).equals(type(lawful))) {
            return Optional.of("by the law this is a " + type(lawful));
        }
        if (written.event() instanceof Event.CallMade called
                && lawful.event() instanceof Event.CallMade choice
                && !called.visit().equals(choice.visit())) {
            return Optional.of(
                    "it calls %s, but the law calls %s by %s"
                            .formatted(
                                    person(line, called.visit()),
                                    person(line, choice.visit()),
                                    Words.of(choice.rule())));
        }
        return members(members(written), members(lawful), "");
    }

    private static String person(Line line, VisitId id) {
        return line.people()
                .visit(id)
                .map(visit -> visit.number() + " (visit " + id.index() + ")")
                .orElse("visit " + id.index() + ", which does not exist,");
    }

    private static Map<String, Object> members(Entry entry) {
        return StrictJson.read(EventCodec.encode(entry));
    }

    /// The first member that differs, by its path; lists are compared as a whole.
    private static Optional<String> members(Map<?, ?> written, Map<?, ?> lawful, String path) {
        var names = new TreeSet<String>();
        written.keySet().forEach(name -> names.add(name.toString()));
        lawful.keySet().forEach(name -> names.add(name.toString()));
        // Last, because it only sums up the rest.
        boolean hasHash = names.remove("hash");
        for (var name : names) {
            var difference = member(written.get(name), lawful.get(name), path + name);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return hasHash
                ? member(written.get("hash"), lawful.get("hash"), path + "hash")
                : Optional.empty();
    }

    private static Optional<String> member(
            @Nullable Object written, @Nullable Object lawful, String path) {
        if (Objects.equals(written, lawful)) {
            return Optional.empty();
        }
        if (written instanceof Map<?, ?> one && lawful instanceof Map<?, ?> other) {
            return members(one, other, path + ".");
        }
        return Optional.of(path + " is " + shown(written) + " but by the law " + shown(lawful));
    }

    private static String shown(@Nullable Object value) {
        if (value == null) {
            return "left out";
        }
        var text = value.toString();
        return text.length() > VALUE_MAX_CHARS ? text.substring(0, VALUE_MAX_CHARS) + "…" : text;
    }

    private static String type(Entry entry) {
        return EventCodec.type(entry.event());
    }

    private static Optional<LawBroken> breach(Entry entry, String why) {
        return Optional.of(new LawBroken(entry.index(), type(entry), why));
    }
}
