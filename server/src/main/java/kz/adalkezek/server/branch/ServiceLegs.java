package kz.adalkezek.server.branch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.adalkezek.forecast.Errands;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.VisitId;

/// The services behind the legs of a ticket, with the times that the catalogue states.
public final class ServiceLegs implements Errands {

    private static final Duration IF_UNKNOWN = Duration.ofMinutes(10);

    private final Supplier<Optional<Catalogue>> inForce;
    private final Function<VisitId, List<String>> chosen;

    /// @param chosen the services that a ticket was taken for, in order; none where they are erased
    public ServiceLegs(
            Supplier<Optional<Catalogue>> inForce, Function<VisitId, List<String>> chosen) {
        this.inForce = inForce;
        this.chosen = chosen;
    }

    /// Adjacent services of one group are one leg.
    @Override
    public List<Service> of(VisitId visit, int leg) {
        var codes = chosen.apply(visit);
        var catalogue = inForce.get();
        if (codes.isEmpty() || catalogue.isEmpty()) {
            return List.of();
        }
        var services = new ArrayList<Service>();
        Optional<GroupCode> before = Optional.empty();
        int at = -1;
        for (var code : codes) {
            var service = catalogue.get().service(code);
            if (service.isEmpty()) {
                return List.of();
            }
            var group = Optional.of(service.get().group());
            at += group.equals(before) ? 0 : 1;
            before = group;
            if (at == leg) {
                var mean = Duration.ofMinutes(service.get().averageMinutes());
                services.add(new Service(code, mean));
            }
        }
        return services;
    }

    @Override
    public Duration mean(GroupCode group) {
        var minutes =
                inForce.get().stream()
                        .flatMap(catalogue -> catalogue.services().values().stream())
                        .filter(service -> service.group().equals(group))
                        .mapToInt(Catalogue.Service::averageMinutes)
                        .average();
        return minutes.isPresent()
                ? Duration.ofSeconds(Math.round(minutes.getAsDouble() * 60))
                : IF_UNKNOWN;
    }
}
