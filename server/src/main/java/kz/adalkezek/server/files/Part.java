package kz.adalkezek.server.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// An object of a file, read by name. What is wrong is noted, and reading goes on with something
/// harmless in its place: whoever reads asks the errata in the end.
final class Part {

    private static final int SHOWN_MAX = 60;

    private final Located file;
    private final String path;
    private final JsonNode node;
    private final Errata errata;

    private Part(Located file, String path, JsonNode node, Errata errata) {
        this.file = file;
        this.path = path;
        this.node = node;
        this.errata = errata;
    }

    /// Where a file has no form, that has been noted: nothing below it is.
    static Part of(Located file, Errata errata) {
        return new Part(file, "", file.root(), file.root().isMissingNode() ? new Errata() : errata);
    }

    void only(Set<String> known) {
        var unknown = new TreeSet<String>();
        node.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(known);
        for (var key : unknown) {
            fault(key, "nobody knows this key", "known are " + new TreeSet<>(known));
        }
    }

    boolean has(String key) {
        return node.has(key);
    }

    /// The object of this name; an empty one, whose lack is noted once, where there is none.
    Part part(String key) {
        var child = node.path(key);
        if (child.isObject()) {
            return new Part(file, path + "/" + key, child, errata);
        }
        fault(key, said(child), "write an object");
        return new Part(file, path, MissingNode.getInstance(), new Errata());
    }

    /// The objects of a list, which may be left out where `least` is 0.
    List<Part> parts(String key, int least, int most) {
        var parts = new ArrayList<Part>();
        for (var child : list(key, least, most)) {
            var at = path + "/" + key + "/" + parts.size();
            if (!child.isObject()) {
                errata.fault(file.file(), file.line(at), name(at), said(child), "write an object");
            }
            parts.add(new Part(file, at, child, child.isObject() ? errata : new Errata()));
        }
        return parts;
    }

    String text(String key, int most, String remedy) {
        var child = node.path(key);
        if (Texts.isGood(child, most)) {
            return child.asText();
        }
        fault(key, said(child), remedy + ", 1 to " + most + " characters");
        return "";
    }

    /// @param parse throws [IllegalArgumentException], whose message is the remedy
    <T> Optional<T> value(String key, int most, Function<String, T> parse) {
        return element(path + "/" + key, node.path(key), most, parse);
    }

    /// Texts of a list, which may be left out where `least` is 0.
    <T> List<T> values(String key, int least, int most, int chars, Function<String, T> parse) {
        var values = new ArrayList<T>();
        int place = 0;
        for (var child : list(key, least, most)) {
            element(path + "/" + key + "/" + place++, child, chars, parse).ifPresent(values::add);
        }
        return values;
    }

    int number(String key, int least, int most) {
        var child = node.path(key);
        if (child.isInt() && child.asInt() >= least && child.asInt() <= most) {
            return child.asInt();
        }
        fault(key, said(child), "write a whole number from " + least + " to " + most);
        return least;
    }

    /// May be left out.
    boolean truth(String key, boolean otherwise) {
        var child = node.path(key);
        if (!child.isMissingNode() && !child.isBoolean()) {
            fault(key, said(child), "write true or false");
        }
        return child.asBoolean(otherwise);
    }

    /// May be left out, or be null.
    void numberIfAny(String key, int least, int most) {
        if (node.hasNonNull(key)) {
            number(key, least, most);
        }
    }

    void fault(String key, String wrong, String remedy) {
        var at = path + "/" + key;
        errata.fault(file.file(), file.line(at), name(at), wrong, remedy);
    }

    /// About the object itself.
    void fault(String wrong, String remedy) {
        errata.fault(file.file(), file.line(path), name(path), wrong, remedy);
    }

    void remark(String key, String what, String advice) {
        var at = path + "/" + key;
        errata.remark(file.file(), file.line(at), name(at), what, advice);
    }

    private <T> Optional<T> element(
            String at, JsonNode child, int most, Function<String, T> parse) {
        var remedy = "write a text of 1 to " + most + " characters";
        if (Texts.isGood(child, most)) {
            try {
                return Optional.of(parse.apply(child.asText()));
            } catch (IllegalArgumentException e) {
                remedy = String.valueOf(e.getMessage());
            }
        }
        errata.fault(file.file(), file.line(at), name(at), said(child), remedy);
        return Optional.empty();
    }

    private List<JsonNode> list(String key, int least, int most) {
        var child = node.path(key);
        var list = new ArrayList<JsonNode>();
        boolean leftOut = child.isMissingNode() && least == 0;
        if (leftOut || (child.isArray() && child.size() >= least && child.size() <= most)) {
            child.forEach(list::add);
        } else {
            var wrong = child.isArray() ? "has " + child.size() + " elements" : said(child);
            fault(key, wrong, "write a list of " + least + " to " + most);
        }
        return list;
    }

    private static String said(JsonNode child) {
        if (child.isMissingNode()) {
            return "is missing";
        }
        var text = child.toString();
        return "is " + (text.length() > SHOWN_MAX ? text.substring(0, SHOWN_MAX) + "…" : text);
    }

    /// `services[4].name.kk`: places are counted from 1, as people do.
    private static String name(String path) {
        var name = new StringBuilder();
        for (var step : path.split("/", -1)) {
            if (step.matches("[0-9]+")) {
                name.append('[').append(Integer.parseInt(step) + 1).append(']');
            } else if (!step.isEmpty()) {
                name.append(name.isEmpty() ? "" : ".").append(step);
            }
        }
        return name.toString();
    }
}
