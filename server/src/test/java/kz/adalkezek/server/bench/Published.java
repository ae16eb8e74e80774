package kz.adalkezek.server.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.Policy;

/// Gathers from a log what its branch works by.
final class Published {

    private final String origin;
    private final List<Policy> policies = new ArrayList<>();
    private final List<Event.CataloguePublished> catalogues = new ArrayList<>();
    private final Map<DeviceId, Event.DeviceKind> devices = new LinkedHashMap<>();

    Published(String origin) {
        this.origin = origin;
    }

    void note(Event event) {
        switch (event) {
            case Event.PolicyPublished(_, var policy) -> policies.add(policy);
            case Event.CataloguePublished catalogue -> catalogues.add(catalogue);
            case Event.DeviceEnrolled(var device, var kind, _, _) -> devices.put(device, kind);
            default -> {}
        }
    }

    BusyHall.Founded founded() {
        var catalogue = catalogues.getLast();
        Map<GroupCode, Character> letters = new LinkedHashMap<>(catalogue.letters());
        return new BusyHall.Founded(
                origin,
                policies.getLast(),
                catalogue.version(),
                catalogue.hash(),
                letters,
                kiosk(),
                devices);
    }

    private DeviceId kiosk() {
        return devices.entrySet().stream()
                .filter(device -> device.getValue() == Event.DeviceKind.KIOSK)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the branch has no kiosk"));
    }
}
