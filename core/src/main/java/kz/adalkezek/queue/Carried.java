package kz.adalkezek.queue;

import java.time.Instant;
import java.util.List;

/// The state that crosses from one business day to the next, so that a replay may start at
/// `day.opened`. The tickets of the day before are over and are not in it.
///
/// @param policies those not over, oldest first
/// @param rememberedFrom the log index from which request ids are still remembered
/// @param bookings those not used, of this business day and later ones
/// @param leases numbers that kiosks still hold, of whatever business day
/// @param findings those not answered
public record Carried(
        List<PublishedPolicy> policies,
        List<PublishedCatalogue> catalogues,
        Sorted<DeviceId, Device> devices,
        Sorted<DeskId, Code> counters,
        long rememberedFrom,
        Bookings bookings,
        Leases leases,
        Findings findings) {

    /// Of 65,535 bytes of an entry: what stands around the state takes less than the rest.
    public static final int MAX_BYTES = 65_000;

    /// What may be published and enrolled beforehand; indexes and counters still grow.
    public static final int MAX_BYTES_BEFOREHAND = 56_000;

    /// The totals of a day name each of them and have to fit into one entry.
    public static final int DEVICES_MAX = 200;

    public Carried {
        policies = List.copyOf(policies);
        catalogues = List.copyOf(catalogues);
    }

    /// Something in force from an instant until something later begins.
    sealed interface Published {
        long index();

        Instant from();
    }

    /// @param index of its `policy.published`
    public record PublishedPolicy(long index, Instant from, Policy policy) implements Published {}

    /// @param index of its `catalogue.published`
    public record PublishedCatalogue(
            long index,
            Instant from,
            String version,
            String hash,
            Sorted<GroupCode, Character> letters)
            implements Published {}
}
