package kz.adalkezek.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.clocks.DayClocks;
import kz.adalkezek.queue.Rulebook;
import kz.adalkezek.queue.Totals;

/// One business day as the log tells it.
final class DayAccount {

    private final LocalDate date;
    private final long opened;
    private final Instant openedAt;
    private final Tally tally = new Tally();
    private Rulebook rulebook;
    private Instant until;
    private Optional<Closing> closing = Optional.empty();
    private Optional<Rules> rules = Optional.empty();

    /// What is said of a policy, without its text: a log of years holds it once a day.
    record PolicyInForce(long index, Instant from, String version, int maxOvertakes) {}

    /// @param hash of its text
    record CatalogueInForce(long index, Instant from, String version, String hash) {}

    /// In force at any time of the day, oldest first.
    record Rules(List<PolicyInForce> policies, List<CatalogueInForce> catalogues) {
        Rules {
            policies = List.copyOf(policies);
            catalogues = List.copyOf(catalogues);
        }
    }

    /// @param index of the `day.closed`
    /// @param totals as the replay counts them, which the log has to say too
    /// @param mostOvertaken how often one visit was overtaken by the law's own calls, at most
    record Closing(long index, Totals totals, DayClocks clocks, int mostOvertaken) {}

    /// @param opened index of its `day.opened`
    DayAccount(LocalDate date, long opened, Instant openedAt, Rulebook rulebook) {
        this.date = date;
        this.opened = opened;
        this.openedAt = openedAt;
        this.rulebook = rulebook;
        this.until = openedAt;
    }

    void reaches(Instant at, Rulebook then) {
        rulebook = then;
        until = at;
    }

    void closes(Closing how) {
        closing = Optional.of(how);
        rules = Optional.of(rules());
        rulebook = new Rulebook(List.of(), List.of());
    }

    boolean isOpen() {
        return closing.isEmpty();
    }

    LocalDate date() {
        return date;
    }

    long opened() {
        return opened;
    }

    Tally tally() {
        return tally;
    }

    Optional<Closing> closing() {
        return closing;
    }

    Rules rules() {
        return rules.orElseGet(() -> new Rules(policies(), catalogues()));
    }

    private List<PolicyInForce> policies() {
        return rulebook.policies().stream()
                .filter(one -> !one.from().isAfter(until))
                .filter(one ->
                        rulebook.policyAt(begins(one.from()))
                                .filter(one.policy()::equals)
                                .isPresent())
                .map(one ->
                        new PolicyInForce(
                                one.index(),
                                one.from(),
                                one.policy().version(),
                                one.policy().maxOvertakes()))
                .toList();
    }

    private List<CatalogueInForce> catalogues() {
        return rulebook.catalogues().stream()
                .filter(one -> !one.from().isAfter(until))
                .filter(one -> rulebook.catalogueAt(begins(one.from())).equals(Optional.of(one)))
                .map(one ->
                        new CatalogueInForce(one.index(), one.from(), one.version(), one.hash()))
                .toList();
    }

    /// When it could be in force on this day for the first time.
    private Instant begins(Instant from) {
        return from.isBefore(openedAt) ? openedAt : from;
    }
}
