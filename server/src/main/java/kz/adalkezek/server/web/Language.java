package kz.adalkezek.server.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A language in which the branch speaks. Whoever asks for none of them is answered in Kazakh.
public enum Language {
    KK,
    RU,
    EN;

    public static final Language DEFAULT = KK;

    private static final int HEADER_MAX_CHARS = 256;
    private static final List<Locale> LOCALES =
            Arrays.stream(values()).map(Language::locale).toList();

    /// The BCP 47 tag: `kk`, `ru` or `en`.
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag());
    }

    public static Optional<Language> of(String tag) {
        return Arrays.stream(values()).filter(language -> language.tag().equals(tag)).findFirst();
    }

    /// The language that an `Accept-Language` header (RFC 9110 section 12.5.4) likes best; a header
    /// that is missing, senseless or asks for other languages alone means the default.
    public static Language asked(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > HEADER_MAX_CHARS) {
            return DEFAULT;
        }
        try {
            var ranges = Locale.LanguageRange.parse(acceptLanguage);
            var best = Locale.lookup(ranges, LOCALES);
            return best == null ? DEFAULT : of(best.getLanguage()).orElse(DEFAULT);
        } catch (IllegalArgumentException e) {
            // A browser's slip in a header that only chooses words must not refuse the command.
            return DEFAULT;
        }
    }
}
