package kz.adalkezek.kiosk.print;

import java.time.LocalDateTime;
import java.util.List;
import kz.adalkezek.log.Receipt;
import kz.adalkezek.queue.TicketNumber;

/// Everything that stands on a ticket. Names are already in the ticket's language.
///
/// @param branch the name of the branch
/// @param services the names of the services asked for, at least one
/// @param groups the names of the groups that will call
/// @param issued in the branch's time zone; the order is kept from here
/// @param ground whether a ground for an earlier call was claimed; paper shows it as a small
///   diamond and never says which
/// @param reprint whether this paper is a copy of one that was printed before
public record Ticket(
        TicketNumber number,
        Language language,
        String branch,
        List<String> services,
        List<String> groups,
        LocalDateTime issued,
        Origin origin,
        boolean ground,
        boolean reprint) {

    public static final int MOST_SERVICES = 12;
    public static final int NAME_MAX_CHARS = 200;
    public static final int PAGE_MAX_CHARS = 200;
    public static final int MOST_AHEAD = 99_999;

    /// Who has issued the number, and what a phone can read from the paper.
    public sealed interface Origin {

        /// The branch, which has signed it.
        ///
        /// @param ahead people who would be called before
        /// @param expected the wait, as told to the person
        /// @param page the address before the receipt's digits, such as
        ///   `https://queue.example.gov/t#`
        record Branch(int ahead, Wait expected, String page, Receipt receipt) implements Origin {

            public Branch {
                if (ahead < 0 || ahead > MOST_AHEAD) {
                    throw new IllegalArgumentException("people ahead are 0 to 99999: " + ahead);
                }
                if (page.length() > PAGE_MAX_CHARS || !page.endsWith("#")) {
                    throw new IllegalArgumentException(
                            "a page has up to 200 characters and ends with #");
                }
            }
        }

        /// This kiosk alone, from numbers leased beforehand, while the branch did not answer.
        /// Nobody knows the line then, so the paper tells no wait, and nothing is signed yet.
        ///
        /// @param address of the ticket's own page, such as `https://queue.example.gov/t/4h2k…`,
        ///   which is there once the branch has the ticket
        record Kiosk(String address) implements Origin {

            public Kiosk {
                boolean plain = address.chars().allMatch(letter -> letter > ' ' && letter <= '~');
                if (address.isEmpty() || address.length() > PAGE_MAX_CHARS || !plain) {
                    throw new IllegalArgumentException(
                            "an address has 1 to 200 characters of ASCII without spaces");
                }
            }
        }
    }

    public Ticket {
        services = List.copyOf(services);
        groups = List.copyOf(groups);
        if (services.isEmpty() || services.size() > MOST_SERVICES) {
            throw new IllegalArgumentException("a ticket has 1 to 12 services");
        }
        if (groups.size() > MOST_SERVICES) {
            throw new IllegalArgumentException("a ticket has up to 12 groups");
        }
        services.forEach(Ticket::requireName);
        groups.forEach(Ticket::requireName);
        requireName(branch);
    }

    /// Takes the receipt as the branch gives it: a URL whose fragment is the receipt's digits.
    ///
    /// @throws IllegalArgumentException if it is none
    public static Receipt receiptOf(String url) {
        if (Receipt.fromDigits(url.substring(url.indexOf('#') + 1))
                instanceof Receipt.Decoded.Read(Receipt receipt)) {
            return receipt;
        }
        throw new IllegalArgumentException("this is no receipt: " + url);
    }

    /// The part of such a URL before the digits, with the `#`.
    public static String pageOf(String url) {
        return url.substring(0, url.indexOf('#') + 1);
    }

    private static void requireName(String name) {
        boolean plain = name.chars().noneMatch(Character::isISOControl);
        if (name.isBlank() || name.length() > NAME_MAX_CHARS || !plain) {
            throw new IllegalArgumentException("a name has 1 to 200 characters on one line");
        }
    }
}
