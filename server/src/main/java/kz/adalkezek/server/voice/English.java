package kz.adalkezek.server.voice;

import java.util.ArrayList;
import java.util.List;

/// British English: "one hundred and five", "two thousand and seven".
record English() implements Tongue {

    @Override
    public String tag() {
        return "en";
    }

    @Override
    public List<String> number(int number) {
        var words = new ArrayList<String>();
        int thousands = number / 1_000;
        if (thousands > 0) {
            words.addAll(below100(thousands));
            words.add(word(1_000));
        }
        int hundreds = number / 100 % 10;
        if (hundreds > 0) {
            words.add(word(hundreds));
            words.add(word(100));
        }
        if (!words.isEmpty() && number % 100 > 0) {
            words.add(word("and"));
        }
        words.addAll(below100(number % 100));
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

    private List<String> below100(int number) {
        var words = new ArrayList<String>();
        int tens = number < 20 ? number : number / 10 * 10;
        int ones = number < 20 ? 0 : number % 10;
        for (int part : new int[] {tens, ones}) {
            if (part > 0) {
                words.add(word(part));
            }
        }
        return words;
    }
}
