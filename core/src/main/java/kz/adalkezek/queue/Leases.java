package kz.adalkezek.queue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The numbers that kiosks hold beforehand, for hours without the branch, as far as they are
/// neither issued nor released. A kiosk issues the numbers of a lease in their order.
public record Leases(List<Lease> open) {

    public static final Leases NONE = new Leases(List.of());

    /// @param left the numbers of it that are left
    public record Lease(DeviceId device, Block left) {}

    public Leases {
        open = List.copyOf(open);
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    public List<Lease> of(DeviceId device) {
        return open.stream().filter(lease -> lease.device().equals(device)).toList();
    }

    /// How many numbers the device still has of a letter and day.
    int left(DeviceId device, char letter, LocalDate day) {
        return of(device).stream()
                .map(Lease::left)
                .filter(left -> left.isOf(letter, day))
                .mapToInt(Block::size)
                .sum();
    }

    /// How many numbers the device still has of all letters and days.
    int left(DeviceId device) {
        return of(device).stream().map(Lease::left).mapToInt(Block::size).sum();
    }

    /// The lease of the device that goes on with this number.
    Optional<Lease> next(DeviceId device, char letter, LocalDate day, int from) {
        return of(device).stream()
                .filter(lease -> lease.left().isOf(letter, day) && lease.left().from() == from)
                .findFirst();
    }

    Leases with(DeviceId device, Block block) {
        var more = new ArrayList<>(open);
        more.add(new Lease(device, block));
        return new Leases(more);
    }

    /// Without the first numbers of a lease, up to this one: they are issued or released.
    Leases without(Lease lease, int upTo) {
        var left = new ArrayList<Lease>();
        for (var one : open) {
            if (!one.equals(lease)) {
                left.add(one);
            } else if (upTo < one.left().to()) {
                var block = one.left();
                left.add(
                        new Lease(
                                one.device(),
                                new Block(block.letter(), upTo + 1, block.to(), block.day())));
            }
        }
        return new Leases(left);
    }
}
