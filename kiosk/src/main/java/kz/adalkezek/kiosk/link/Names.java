package kz.adalkezek.kiosk.link;

/// A name in the three languages.
public record Names(String kk, String ru, String en) {

    /// As long as a name on a ticket may be.
    static final int NAME_MAX_CHARS = 200;

    static Names of(Reading names) throws StrangeAnswerException {
        return new Names(
                names.text("kk", NAME_MAX_CHARS),
                names.text("ru", NAME_MAX_CHARS),
                names.text("en", NAME_MAX_CHARS));
    }

    /// @param language `kk`, `ru` or `en`
    public String in(String language) {
        return switch (language) {
            case "kk" -> kk;
            case "ru" -> ru;
            case "en" -> en;
            default -> throw new IllegalArgumentException("no such language: " + language);
        };
    }
}
