package kz.adalkezek.server.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How one language says numbers and places. Words are named by their clips, such as `kk-40`.
sealed interface Tongue permits Kazakh, Russian, English {

    /// `kk`, `ru` or `en`; each clip of the language begins with it.
    String tag();

    /// @param number 1 to 99,999
    List<String> number(int number);

    /// Where to go, in full: the sentence that asks to come.
    ///
    /// @param counter 1 to 999
    List<String> go(int counter);

    /// The same without asking, for when calls pile up.
    List<String> place(int counter);

    /// `again`, `ticket` and the like: the words that every language has.
    default String word(String name) {
        return tag() + "-" + name;
    }

    default String word(int number) {
        return word(Integer.toString(number));
    }

    /// The letter and the number, without leading zeros.
    default List<String> ticket(char letter, int ordinal) {
        var words = new ArrayList<String>();
        words.add(word("letter-" + Character.toString(letter).toLowerCase(Locale.ROOT)));
        words.addAll(number(ordinal));
        return words;
    }
}
