package kz.adalkezek.kiosk.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the branch offers: `GET /api/v1/offer`. What a ticket needs is read; the page gets the
/// branch's own words.
///
/// @param json as the branch sent it
/// @param services by code
public record Offer(String json, Names branch, ZoneId zone, Map<String, Service> services) {

    static final int SERVICES_MAX = 1_000;
    private static final int CODE_MAX_CHARS = 40;

    /// @param group the name of the group that calls for it
    public record Service(Names name, Names group) {}

    public Offer {
        services = Map.copyOf(services);
    }

    static Offer of(byte[] json) throws StrangeAnswerException {
        var offer = Reading.of(json);
        var branch = offer.object("branch");
        var services = new LinkedHashMap<String, Service>();
        for (var group : offer.objects("groups", Hall.GROUPS_MAX)) {
            var called = Names.of(group.object("name"));
            for (var service : group.objects("services", SERVICES_MAX)) {
                services.put(
                        service.text("code", CODE_MAX_CHARS),
                        new Service(Names.of(service.object("name")), called));
            }
        }
        return new Offer(
                new String(json, UTF_8),
                Names.of(branch.object("name")),
                zone(branch.text("zone", CODE_MAX_CHARS)),
                services);
    }

    private static ZoneId zone(String name) throws StrangeAnswerException {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new StrangeAnswerException("there is no time zone " + name);
        }
    }
}
