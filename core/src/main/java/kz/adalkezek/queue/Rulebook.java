package kz.adalkezek.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.adalkezek.queue.Carried.Published;
import kz.adalkezek.queue.Carried.PublishedCatalogue;
import kz.adalkezek.queue.Carried.PublishedPolicy;

/// What has been published: policies and catalogues, oldest first.
public record Rulebook(List<PublishedPolicy> policies, List<PublishedCatalogue> catalogues) {

    static final Rulebook EMPTY = new Rulebook(List.of(), List.of());

    public Rulebook {
        policies = List.copyOf(policies);
        catalogues = List.copyOf(catalogues);
    }

    public Optional<Policy> policyAt(Instant now) {
        return inForce(policies, now).map(PublishedPolicy::policy);
    }

    public Optional<PublishedCatalogue> catalogueAt(Instant now) {
        return inForce(catalogues, now);
    }

    /// The policy that a ticket or a call names.
    Optional<Policy> named(String version) {
        return policies.stream()
                .map(PublishedPolicy::policy)
                .filter(policy -> policy.version().equals(version))
                .findFirst();
    }

    Rulebook with(PublishedPolicy policy) {
        return new Rulebook(plus(policies, policy), catalogues);
    }

    Rulebook with(PublishedCatalogue catalogue) {
        return new Rulebook(policies, plus(catalogues, catalogue));
    }

    /// Without what is over because something that began later has replaced it.
    Rulebook notOver(Instant now) {
        return new Rulebook(notOver(policies, now), notOver(catalogues, now));
    }

    /// The one with the latest beginning not after the instant; ties: the later index.
    private static <P extends Published> Optional<P> inForce(List<P> published, Instant now) {
        Optional<P> found = Optional.empty();
        for (var one : published) {
            if (!one.from().isAfter(now)
                    && found.filter(f -> one.from().isBefore(f.from())).isEmpty()) {
                found = Optional.of(one);
            }
        }
        return found;
    }

    private static <P extends Published> List<P> notOver(List<P> published, Instant now) {
        var inForce = inForce(published, now);
        return published.stream()
                .filter(one -> one.from().isAfter(now) || inForce.equals(Optional.of(one)))
                .toList();
    }

    private static <P> List<P> plus(List<P> list, P one) {
        var all = new ArrayList<>(list);
        all.add(one);
        return all;
    }
}
