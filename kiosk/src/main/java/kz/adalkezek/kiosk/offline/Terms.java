package kz.adalkezek.kiosk.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.adalkezek.kiosk.link.Offer;

/// What the last offer of the branch allows a kiosk to give alone.
///
/// @param policy the version in force
/// @param letters of the groups, sorted
/// @param groups code and letter of the group of each service
record Terms(
        String policy,
        ZoneId zone,
        int legsMax,
        Set<Character> letters,
        Map<String, Group> groups,
        Set<String> grounds) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Group(String code, char letter) {}

    /// Nothing where the offer names no policy yet, or no letters.
    static Optional<Terms> of(Offer offer) {
        try {
            var json = JSON.readTree(offer.json());
            var groups = new HashMap<String, Group>();
            var letters = new TreeSet<Character>();
            for (var group : json.path("groups")) {
                var letter = group.path("letter").asText();
                if (letter.length() != 1) {
                    return Optional.empty();
                }
                letters.add(letter.charAt(0));
                var known = new Group(group.path("code").asText(), letter.charAt(0));
                group.path("services")
                        .forEach(service -> groups.put(service.path("code").asText(), known));
            }
            var grounds = new HashSet<String>();
            json.path("grounds").forEach(ground -> grounds.add(ground.path("code").asText()));
            var policy = json.path("policy").asText();
            return policy.isEmpty() || groups.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Terms(
                                    policy,
                                    offer.zone(),
                                    json.path("legsMax").asInt(1),
                                    letters,
                                    groups,
                                    grounds));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an offer that is no JSON", e);
        }
    }

    /// The letter of a number for these services; nothing where they were not offered.
    Optional<Character> letter(List<String> services, Optional<String> ground) {
        int legs = 0;
        var before = "";
        for (var service : services) {
            var group = groups.get(service);
            if (group == null) {
                return Optional.empty();
            }
            if (!group.code().equals(before)) {
                legs++;
                before = group.code();
            }
        }
        boolean allowed =
                legs > 0 && legs <= legsMax && ground.stream().allMatch(grounds::contains);
        return allowed
                ? Optional.ofNullable(groups.get(services.getFirst())).map(Group::letter)
                : Optional.empty();
    }
}
