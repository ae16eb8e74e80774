package kz.adalkezek.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What must hold of every entry whatever its event: dense indexes and `dn`, time that never falls,
/// commands that stand together and happen once, actors that exist and act at their own desk.
final class Envelope {

    private final Map<DeviceId, Long> devices = new HashMap<>();
    private final Map<DeskId, Actor> desks = new HashMap<>();
    private final Set<RequestId> requestsOfTheDay = new HashSet<>();
    private long size;
    private Instant at = Instant.EPOCH;
    private int rest;
    private Optional<RequestId> request = Optional.empty();

    void read(Entry entry) {
        assertThat(entry.index()).isEqualTo(size++);
        assertThat(entry.at()).isAfterOrEqualTo(at);
        at = entry.at();
        standsWithItsCommand(entry);
        if (entry.by() instanceof Actor.Device(var id)) {
            assertThat(devices).containsKey(id);
            assertThat(entry.dn()).isEqualTo(devices.merge(id, 1L, Long::sum));
        }
        switch (entry.event()) {
            case Event.DeviceEnrolled(var device, _, _, _) ->
                    assertThat(devices.put(device, 0L)).isNull();
            case Event.DeviceRevoked(var device) -> assertThat(devices.remove(device)).isNotNull();
            case Event.DeskOpened(var desk, _, _) -> {
                assertThat(desks).doesNotContainKey(desk).doesNotContainValue(entry.by());
                desks.put(desk, entry.by());
            }
            case Event.DeskClosed(var desk, _) ->
                    assertThat(desks.remove(desk))
                            .satisfiesAnyOf(
                                    by -> assertThat(by).isEqualTo(entry.by()),
                                    _ -> assertThat(entry.by()).isEqualTo(Actor.BRANCH));
            case Event.DeskTaken taken -> {
                assertThat(desks).containsKey(taken.desk()).doesNotContainValue(entry.by());
                desks.put(taken.desk(), entry.by());
            }
            case Event.ServiceDirect service -> holds(entry, service.desk());
            case Event.DeskPaused desk -> holds(entry, desk.desk());
            case Event.DeskResumed desk -> holds(entry, desk.desk());
            case Event.CallMade call -> holds(entry, call.desk());
            case Event.CallRepeated call -> holds(entry, call.desk());
            case Event.CallWithdrawn call -> holds(entry, call.desk());
            case Event.CallUnanswered call -> holds(entry, call.desk());
            case Event.GroundShown ground -> holds(entry, ground.desk());
            case Event.GroundNotShown ground -> holds(entry, ground.desk());
            case Event.ServiceStarted service -> holds(entry, service.desk());
            case Event.ServiceFinished service -> holds(entry, service.desk());
            case Event.ServiceAdded service -> holds(entry, service.desk());
            case Event.DocumentRequested service -> holds(entry, service.desk());
            case Event.ServiceTransferred service -> holds(entry, service.desk());
            case Event.ServiceParked(_, var desk, _, _) ->
                    desk.ifPresentOrElse(
                            freed -> holds(entry, freed),
                            () -> assertThat(entry.by()).isEqualTo(Actor.BRANCH));
            case Event.ServiceResumed service -> holds(entry, service.desk());
            case Event.CallReturned(_, var desk) ->
                    desk.ifPresentOrElse(
                            seen -> holds(entry, seen),
                            () -> assertThat(entry.by()).isEqualTo(Actor.BRANCH));
            case Event.Refused _ -> assertThat(entry.by()).isNotEqualTo(Actor.BRANCH);
            default -> {}
        }
    }

    private void holds(Entry entry, DeskId desk) {
        assertThat(desks).containsEntry(desk, entry.by());
    }

    /// 6: a retried command has one effect; its events stand together and say how many follow.
    private void standsWithItsCommand(Entry entry) {
        if (rest > 0) {
            assertThat(request).contains(entry.request());
            assertThat(entry.more()).isEqualTo(rest - 1);
        } else {
            if (entry.event() instanceof Event.DayOpened) {
                requestsOfTheDay.clear();
            }
            assertThat(requestsOfTheDay.add(entry.request())).isTrue();
        }
        rest = entry.more();
        request = Optional.of(entry.request());
    }
}
