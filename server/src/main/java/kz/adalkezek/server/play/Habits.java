package kz.adalkezek.server.play;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How people come to a branch and what they do there, as numbers. Shares are 0 to 1.
///
/// @param perDay visits on an ordinary day, those at the doors included
/// @param atDoors people who stand there when the doors open
/// @param quarters how the others spread over the quarters of an hour from [#DOORS_OPEN] on
/// @param groupMix what share of the people comes for each group
/// @param booked who has booked a slot; of these `bookedLate` come too late for it
/// @param special services in which something comes up: a paper, a further service, a colleague
/// @param variation standard deviation of a service over its mean
/// @param changeOver of a clerk between two visits, on average
public record Habits(
        double perDay,
        int atDoors,
        List<Double> quarters,
        Map<DayOfWeek, Double> weekday,
        double dayAfterHoliday,
        Map<String, Double> groupMix,
        Map<String, Double> languages,
        double severalServices,
        double ground,
        double withoutProof,
        double missedCall,
        double comesBack,
        double leaves,
        double moreTime,
        double emergency,
        double booked,
        double bookedLate,
        double special,
        double variation,
        Duration changeOver) {

    static final LocalTime DOORS_OPEN = LocalTime.of(9, 0);

    private static final int QUARTERS_IN_HALF_HOUR = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    public Habits {
        quarters = List.copyOf(quarters);
        weekday = Map.copyOf(weekday);
        // In the order of the names: what is drawn from a share must not depend on a hash.
        groupMix = new TreeMap<>(groupMix);
        languages = new TreeMap<>(languages);
    }

    /// @throws IllegalArgumentException naming the member that is missing or no number
    public static Habits parse(String text) {
        var root = tree(text);
        var quarters = new ArrayList<Double>();
        for (var weight : root.path("halfHourWeightsFrom0900")) {
            for (int i = 0; i < QUARTERS_IN_HALF_HOUR; i++) {
                quarters.add(weight.asDouble());
            }
        }
        var weekday = new EnumMap<DayOfWeek, Double>(DayOfWeek.class);
        shares(root, "weekdayFactor").forEach((day, f) -> weekday.put(DayOfWeek.valueOf(day), f));
        return new Habits(
                number(root, "perDay"),
                (int) number(root, "atDoors"),
                quarters,
                weekday,
                number(root, "dayAfterHolidayFactor"),
                shares(root, "groupMix"),
                shares(root, "languages"),
                number(root, "severalServicesShare"),
                number(root, "groundShare"),
                number(root, "groundWithoutProofShare"),
                number(root, "missedCallShare"),
                number(root, "comesBackShare"),
                number(root, "leavesWithin20MinutesShare"),
                number(root, "moreTimeShare"),
                number(root, "emergencyShare"),
                number(root, "bookedShare"),
                number(root, "bookedLateShare"),
                number(root, "specialShare"),
                number(root, "serviceVariation"),
                Duration.ofSeconds((long) number(root, "changeOverSeconds")));
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the habits are not JSON: " + e.getMessage(), e);
        }
    }

    private static double number(JsonNode node, String member) {
        var value = node.path(member);
        if (!value.isNumber()) {
            throw new IllegalArgumentException(member + " is missing or no number");
        }
        return value.asDouble();
    }

    private static Map<String, Double> shares(JsonNode root, String member) {
        var shares = new TreeMap<String, Double>();
        var node = root.path(member);
        node.fieldNames().forEachRemaining(name -> shares.put(name, number(node, name)));
        if (shares.isEmpty()) {
            throw new IllegalArgumentException(member + " is missing");
        }
        return shares;
    }
}
