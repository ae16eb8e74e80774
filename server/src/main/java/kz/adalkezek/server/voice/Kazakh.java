package kz.adalkezek.server.voice;

import java.util.ArrayList;
import java.util.List;

/// Kazakh: ones after tens after hundreds; a hundred and a thousand alone have no "one" before
/// them. In an ordinal only the last word changes: жиырма бірінші. The ordinals of 20 and 40 are
/// irregular (жиырмасыншы, қырқыншы), so every last word has a clip of its own.
record Kazakh() implements Tongue {

    private static final String ORDINAL = "ord-";

    @Override
    public String tag() {
        return "kk";
    }

    @Override
    public List<String> number(int number) {
        return parts(number).stream().map(this::word).toList();
    }

    List<String> ordinal(int number) {
        var parts = parts(number);
        var words = new ArrayList<String>();
        parts.subList(0, parts.size() - 1).forEach(part -> words.add(word(part)));
        words.add(word(ORDINAL + parts.getLast()));
        return words;
    }

    @Override
    public List<String> go(int counter) {
        return at(counter, "go");
    }

    @Override
    public List<String> place(int counter) {
        return at(counter, "counter");
    }

    private List<String> at(int counter, String what) {
        var words = new ArrayList<>(ordinal(counter));
        words.add(word(what));
        return words;
    }

    private static List<Integer> parts(int number) {
        var parts = new ArrayList<Integer>();
        many(parts, number / 1_000, 1_000);
        many(parts, number / 100 % 10, 100);
        addIfAny(parts, number / 10 % 10 * 10);
        addIfAny(parts, number % 10);
        return parts;
    }

    private static void many(List<Integer> parts, int count, int unit) {
        if (count > 1) {
            parts.addAll(parts(count));
        }
        if (count > 0) {
            parts.add(unit);
        }
    }

    private static void addIfAny(List<Integer> parts, int part) {
        if (part > 0) {
            parts.add(part);
        }
    }
}
