package kz.adalkezek.kiosk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What the small branch knows of numbers leased and of tickets given without it.
public final class TestMerging {

    public static final String DAY = "2026-11-23";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, JsonNode> merged = new LinkedHashMap<>();
    private final Map<String, String> leases = new LinkedHashMap<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final List<String> released = new ArrayList<>();
    private int leased;

    /// This number is refused from now on.
    public void refuses(String number) {
        refused.add(number);
    }

    /// The numbers that were handed over, in that order.
    public synchronized List<String> numbers() {
        return merged.values().stream().map(it -> it.path("number").asText()).toList();
    }

    public synchronized List<JsonNode> tickets() {
        return List.copyOf(merged.values());
    }

    public synchronized List<String> released() {
        return List.copyOf(released);
    }

    synchronized String lease(String request, String body) {
        return leases.computeIfAbsent(
                request,
                _ -> {
                    int from = leased + 1;
                    leased += read(body).path("count").asInt();
                    return block(from, leased);
                });
    }

    synchronized String release(String body) {
        var block = read(body);
        released.add(block.path("letter").asText() + block.path("from").asInt());
        return body;
    }

    /// Everything leased and not merged or released, as one block that begins with the next.
    synchronized String held() {
        int next = merged.size() + released.size() + 1;
        var held = JsonNodeFactory.instance.objectNode();
        var list = held.put("dn", 1).put("pending", 0).putArray("leases");
        if (next <= leased) {
            list.add(read(block(next, leased)));
        }
        return held.toString();
    }

    synchronized String merge(String body) {
        var answer = JsonNodeFactory.instance.objectNode();
        var fates = answer.putArray("tickets");
        for (var ticket : read(body).path("tickets")) {
            var request = ticket.path("request").asText();
            var fate = fates.addObject().put("request", request);
            if (refused.contains(ticket.path("number").asText())) {
                fate.putObject("problem").put("code", "policy-not-in-force").put("detail", "No.");
                break;
            } else {
                merged.putIfAbsent(request, ticket);
            }
        }
        return answer.toString();
    }

    private static String block(int from, int to) {
        return "{\"letter\":\"A\",\"from\":%d,\"to\":%d,\"day\":\"%s\"}".formatted(from, to, DAY);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
