package kz.adalkezek.server.voice;

import java.util.ArrayList;
import java.util.List;

/// Russian, in the nominative: "номер двенадцать". A thousand is feminine and declined after its
/// count: тысяча, две тысячи, пять тысяч, двадцать одна тысяча.
record Russian() implements Tongue {

    @Override
    public String tag() {
        return "ru";
    }

    @Override
    public List<String> number(int number) {
        var words = new ArrayList<String>();
        int thousands = number / 1_000;
        if (thousands > 0) {
            words.addAll(thousands(thousands));
        }
        words.addAll(below1000(number % 1_000));
        return words;
    }

    @Override
    public List<String> go(int counter) {
        return at("go", counter);
    }

    @Override
    public List<String> place(int counter) {
        return at("counter", counter);
    }

    private List<String> at(String what, int counter) {
        var words = new ArrayList<String>();
        words.add(word(what));
        words.addAll(number(counter));
        return words;
    }

    private List<String> thousands(int count) {
        var words = new ArrayList<>(count == 1 ? List.of() : below1000(count));
        int last = count % 100 / 10 == 1 ? 0 : count % 10;
        if (count > 1 && (last == 1 || last == 2)) {
            words.set(words.size() - 1, word(last + "f"));
        }
        int form =
                switch (last) {
                    case 1 -> 1_000;
                    case 2, 3, 4 -> 2_000;
                    default -> 5_000;
                };
        words.add(word(form));
        return words;
    }

    private List<String> below1000(int number) {
        var words = new ArrayList<String>();
        addIfAny(words, number / 100 * 100);
        int rest = number % 100;
        addIfAny(words, rest < 20 ? rest : rest / 10 * 10);
        addIfAny(words, rest < 20 ? 0 : rest % 10);
        return words;
    }

    private void addIfAny(List<String> words, int part) {
        if (part > 0) {
            words.add(word(part));
        }
    }
}
