package kz.adalkezek.server.branch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.adalkezek.log.Hash;
import kz.adalkezek.queue.GroupCode;

/// The services of the branch and the groups in which they are called. The law sees the groups; the
/// services stay in the building.
///
/// @param hash SHA-256 of the text, base64url: what the log names
/// @param text the file as it is published beside the log
public record Catalogue(
        String version,
        String hash,
        String text,
        Map<GroupCode, Group> groups,
        Map<String, Service> services) {

    /// Names by language (`kk`, `ru`, `en`).
    public record Group(GroupCode code, char letter, Map<String, String> names) {}

    /// @param averageMinutes of service, until the branch has learned its own
    /// @param documents codes of the papers that are listed for it
    public record Service(
            String code,
            GroupCode group,
            Map<String, String> names,
            int averageMinutes,
            List<String> documents) {
        public Service {
            documents = List.copyOf(documents);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> LANGUAGES = List.of("kk", "ru", "en");

    /// @throws IllegalArgumentException naming what is wrong with the text
    public static Catalogue parse(String text) {
        var groups = new LinkedHashMap<GroupCode, Group>();
        var services = new LinkedHashMap<String, Service>();
        var root = tree(text);
        for (var node : root.path("serviceGroups")) {
            var code = new GroupCode(text(node, "code"));
            groups.put(code, new Group(code, letter(node), names(node)));
        }
        for (var node : root.path("services")) {
            var service = service(node);
            if (!groups.containsKey(service.group())) {
                throw new IllegalArgumentException(
                        "service " + service.code() + " is in a group that is not listed");
            }
            if (services.put(service.code(), service) != null) {
                throw new IllegalArgumentException("service " + service.code() + " stands twice");
            }
        }
        if (services.isEmpty()) {
            throw new IllegalArgumentException("the catalogue lists no services");
        }
        return new Catalogue(text(root, "version"), hash(text), text, groups, services);
    }

    /// As the log names a catalogue text.
    public static String hash(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Hash.of(text.getBytes(UTF_8)).bytes());
    }

    public Optional<Service> service(String code) {
        return Optional.ofNullable(services.get(code));
    }

    public Map<GroupCode, Character> letters() {
        var letters = new LinkedHashMap<GroupCode, Character>();
        groups.values().forEach(group -> letters.put(group.code(), group.letter()));
        return letters;
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the catalogue is not JSON: " + e.getMessage(), e);
        }
    }

    private static Service service(JsonNode node) {
        int minutes = node.path("avgServiceMin").path("value").asInt(0);
        var code = text(node, "code");
        if (minutes < 1) {
            throw new IllegalArgumentException("service " + code + " has no avgServiceMin.value");
        }
        var documents = new ArrayList<String>();
        node.path("documents").forEach(document -> documents.add(text(document, "code")));
        return new Service(
                code, new GroupCode(text(node, "group")), names(node), minutes, documents);
    }

    private static char letter(JsonNode node) {
        var letter = text(node, "letter");
        if (letter.length() != 1 || letter.charAt(0) < 'A' || letter.charAt(0) > 'Z') {
            throw new IllegalArgumentException("a letter is A to Z but was " + letter);
        }
        return letter.charAt(0);
    }

    private static Map<String, String> names(JsonNode node) {
        var names = new LinkedHashMap<String, String>();
        for (var language : LANGUAGES) {
            names.put(language, text(node.path("name"), language));
        }
        return names;
    }

    private static String text(JsonNode node, String member) {
        var value = node.path(member);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new IllegalArgumentException(member + " is missing in " + node);
        }
        return value.asText();
    }
}
