package kz.adalkezek.kiosk.pad;

import java.util.Optional;
import java.util.regex.Pattern;

/// What an operator types, up to `#`.
sealed interface Order {

    /// `<number>*<secret>#`
    record SignIn(String number, String secret) implements Order {}

    /// `1#` to `3#` and `5#`: call-next, recall, start, no-show.
    record Act(String action) implements Order {}

    /// `41#` to `49#`: finish with the first to ninth outcome of the pad's sheet.
    record Finish(int outcome) implements Order {}

    /// `9#`
    record SignOut() implements Order {}

    Pattern SIGN_IN = Pattern.compile("([0-9]{1,10})\\*([0-9]{4,20})");
    Pattern FINISH = Pattern.compile("4([1-9])");

    /// @return nothing for what means nothing
    static Optional<Order> of(String typed) {
        var signIn = SIGN_IN.matcher(typed);
        if (signIn.matches()) {
            return Optional.of(new SignIn(signIn.group(1), signIn.group(2)));
        }
        var finish = FINISH.matcher(typed);
        if (finish.matches()) {
            return Optional.of(new Finish(Integer.parseInt(finish.group(1))));
        }
        return switch (typed) {
            case "1" -> Optional.of(new Act("call-next"));
            case "2" -> Optional.of(new Act("recall"));
            case "3" -> Optional.of(new Act("start"));
            case "5" -> Optional.of(new Act("no-show"));
            case "9" -> Optional.of(new SignOut());
            default -> Optional.empty();
        };
    }
}
