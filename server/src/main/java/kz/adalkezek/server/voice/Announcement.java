package kz.adalkezek.server.voice;

import java.util.ArrayList;
import java.util.List;

/// What a board says for one call after the gong: Kazakh, Russian, then the ticket's own language
/// where it is another. Kazakh and Russian are said for every ticket, so the hall cannot tell which
/// of the two a citizen has chosen.
///
/// @param full the sentences that ask to come
/// @param brief for when calls pile up: number and counter alone
public record Announcement(List<Sentence> full, List<Sentence> brief) {

    private static final List<Tongue> ALWAYS = List.of(new Kazakh(), new Russian());
    private static final List<Tongue> WHERE_ASKED = List.of(new English());

    /// @param clips names of recorded words, in order
    public record Sentence(String language, List<String> clips) {
        public Sentence {
            clips = List.copyOf(clips);
        }
    }

    /// @param letter A to Z
    /// @param ordinal 1 to 99,999
    /// @param counter 1 to 999
    /// @param again whether it was called before
    /// @param language tag of the ticket's language; nothing is added for one that is unknown
    public record Called(char letter, int ordinal, int counter, boolean again, String language) {}

    public Announcement {
        full = List.copyOf(full);
        brief = List.copyOf(brief);
    }

    public static Announcement of(Called called) {
        var tongues = new ArrayList<>(ALWAYS);
        WHERE_ASKED.stream()
                .filter(tongue -> tongue.tag().equals(called.language()))
                .forEach(tongues::add);
        var full = new ArrayList<Sentence>();
        var brief = new ArrayList<Sentence>();
        for (var tongue : tongues) {
            var ticket = tongue.ticket(called.letter(), called.ordinal());
            if (called.again()) {
                full.add(sentence(tongue, List.of(tongue.word("again"))));
                brief.add(sentence(tongue, List.of(tongue.word("again"))));
            }
            full.add(sentence(tongue, List.of(tongue.word("ticket")), ticket));
            full.add(sentence(tongue, tongue.go(called.counter())));
            brief.add(sentence(tongue, ticket, tongue.place(called.counter())));
        }
        return new Announcement(full, brief);
    }

    @SafeVarargs
    private static Sentence sentence(Tongue tongue, List<String>... clips) {
        var all = new ArrayList<String>();
        for (var some : clips) {
            all.addAll(some);
        }
        return new Sentence(tongue.tag(), all);
    }
}
