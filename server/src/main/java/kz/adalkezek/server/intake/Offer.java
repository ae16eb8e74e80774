package kz.adalkezek.server.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import kz.adalkezek.log.Hash;
import kz.adalkezek.queue.Policy;
import kz.adalkezek.server.branch.Catalogue;

/// What may be asked for here: services with what a citizen has to know of them, grounds, and the
/// rules that a screen tells people. All of it is published.
///
/// @param text JSON
/// @param tag changes with the text
record Offer(String text, String tag) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> LANGUAGES = List.of("kk", "ru", "en");
    private static final int TAG_CHARS = 22;

    /// @param branch code, names and zone of the branch
    static Offer of(ObjectNode branch, Catalogue catalogue, Policy policy) {
        try {
            var tree = JSON.readTree(catalogue.text());
            var offer = JSON.createObjectNode();
            offer.set("branch", branch);
            offer.put("catalogue", catalogue.hash());
            offer.put("policy", policy.version());
            offer.put("legsMax", policy.limits().legs());
            offer.set("groups", groups(tree));
            offer.set("grounds", grounds(policy));
            offer.set("rules", rules(policy));
            offer.set("reasons", reasons(policy));
            var text = JSON.writeValueAsString(offer);
            var hash = Base64.getUrlEncoder().encodeToString(Hash.of(text.getBytes(UTF_8)).bytes());
            return new Offer(text, hash.substring(0, TAG_CHARS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a catalogue in force was read before", e);
        }
    }

    private static ArrayNode groups(JsonNode tree) {
        var groups = JSON.createArrayNode();
        for (var group : tree.path("serviceGroups")) {
            var code = group.path("code").asText();
            var one = groups.addObject();
            one.put("code", code);
            one.put("letter", group.path("letter").asText());
            one.set("name", names(group.path("name")));
            if (group.path("icon").isTextual()) {
                one.set("icon", group.path("icon"));
            }
            var services = one.putArray("services");
            for (var service : tree.path("services")) {
                if (service.path("group").asText().equals(code)) {
                    services.add(service(service));
                }
            }
        }
        return groups;
    }

    private static ObjectNode service(JsonNode service) {
        var one = JSON.createObjectNode();
        one.set("code", service.path("code"));
        one.set("name", names(service.path("name")));
        one.put("minutes", service.path("avgServiceMin").path("value").asInt());
        one.put("maxWait", service.path("standard").path("maxWaitMin").asInt());
        var documents = one.putArray("documents");
        for (var document : service.path("documents")) {
            var paper = documents.addObject();
            paper.set("code", document.path("code"));
            paper.set("name", names(document));
            paper.put("when", document.path("when").asText("always"));
        }
        var fee = service.path("fee").path("kzt2026");
        if (fee.isInt()) {
            one.set("fee", fee);
        }
        var term = service.path("legalDeadline");
        if (term.path("value").isInt()) {
            one.putObject("term")
                    .put("value", term.path("value").asInt())
                    .put("unit", term.path("unit").asText());
        }
        return one;
    }

    private static ArrayNode grounds(Policy policy) {
        var grounds = JSON.createArrayNode();
        for (var ground : policy.grounds()) {
            var one = grounds.addObject();
            one.put("code", ground.code());
            one.put("credit", ground.credit());
            one.putObject("name")
                    .put("kk", ground.names().kk())
                    .put("ru", ground.names().ru())
                    .put("en", ground.names().en());
        }
        return grounds;
    }

    private static ObjectNode rules(Policy policy) {
        var rules = JSON.createObjectNode();
        rules.put("handedWithin", policy.handedWithin().toSeconds());
        rules.put("recallSpacing", policy.recallSpacing().toSeconds());
        rules.put("undoSeconds", policy.undoSeconds().toSeconds());
        rules.putObject("noShow")
                .put("calls", policy.noShow().calls())
                .put("apart", policy.noShow().apart().toSeconds());
        return rules;
    }

    private static ObjectNode reasons(Policy policy) {
        var reasons = JSON.createObjectNode();
        policy.reasons().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> {
                    var codes = reasons.putArray(entry.getKey());
                    entry.getValue().forEach(code -> codes.add(code.value()));
                });
        return reasons;
    }

    private static ObjectNode names(JsonNode node) {
        var names = JSON.createObjectNode();
        LANGUAGES.forEach(language -> names.put(language, node.path(language).asText()));
        return names;
    }
}
