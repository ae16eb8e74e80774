package kz.adalkezek.server.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The body of a request, read by name. Every wrong member is refused with its name.
public final class JsonBody {

    public static final int MAX_BYTES = 16 * 1024;

    private final Map<String, Object> members;

    private JsonBody(Map<String, Object> members) {
        this.members = members;
    }

    /// @throws ProblemException if the body is not one JSON object of at most 16 KiB
    public static JsonBody of(Context ctx) {
        return of(ctx, MAX_BYTES);
    }

    public static JsonBody of(Context ctx, int maxBytes) {
        requireJson(ctx);
        return new JsonBody(StrictBody.parse(bytes(ctx, maxBytes)));
    }

    /// @throws ProblemException naming the members that are none of these
    public JsonBody only(String... known) {
        var unknown = new TreeSet<>(members.keySet());
        unknown.removeAll(List.of(known));
        if (!unknown.isEmpty()) {
            throw Problem.of(
                            ProblemCode.UNKNOWN_MEMBER,
                            Map.of("member", String.join(", ", unknown)))
                    .asException();
        }
        return this;
    }

    public String text(String name) {
        return required(name, textIfAny(name));
    }

    public Optional<String> textIfAny(String name) {
        return read(name, String.class);
    }

    public boolean truth(String name) {
        return required(name, truthIfAny(name));
    }

    public Optional<Boolean> truthIfAny(String name) {
        return read(name, Boolean.class);
    }

    public long number(String name) {
        return required(name, numberIfAny(name));
    }

    public Optional<Long> numberIfAny(String name) {
        return read(name, Long.class);
    }

    /// A whole number between two that are allowed.
    public int number(String name, int from, int to) {
        long number = number(name);
        if (number < from || number > to) {
            throw wrong(name);
        }
        return (int) number;
    }

    /// `2026-11-23`.
    public LocalDate day(String name) {
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeException e) {
            throw wrong(name);
        }
    }

    /// An instant with its offset, cut to milliseconds.
    public Instant instant(String name) {
        try {
            return OffsetDateTime.parse(text(name)).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw wrong(name);
        }
    }

    /// A list of texts; a list that is left out is empty.
    public List<String> texts(String name) {
        var texts = new ArrayList<String>();
        for (var element : read(name, List.class).orElse(List.of())) {
            if (!(element instanceof String text)) {
                throw wrong(name);
            }
            texts.add(text);
        }
        return texts;
    }

    /// A list of objects, each of which is read as a body of its own.
    public List<JsonBody> objects(String name, int from, int to) {
        var objects = new ArrayList<JsonBody>();
        for (var element : required(name, read(name, List.class))) {
            if (!(element instanceof Map<?, ?> members)) {
                throw wrong(name);
            }
            var object = new LinkedHashMap<String, Object>();
            members.forEach((key, value) -> object.put((String) key, value));
            objects.add(new JsonBody(object));
        }
        if (objects.size() < from || objects.size() > to) {
            throw wrong(name);
        }
        return objects;
    }

    /// The whole body without the members that hold nothing, for a comparison with another body.
    public Map<String, Object> members() {
        return members;
    }

    /// An object within the body.
    public Optional<Map<?, ?>> objectIfAny(String name) {
        return read(name, Map.class).map(object -> (Map<?, ?>) object);
    }

    public static ProblemException wrong(String name) {
        return Problem.of(ProblemCode.MEMBER_WRONG, Map.of("member", name)).asException();
    }

    private static <T> T required(String name, Optional<T> value) {
        return value.orElseThrow(
                () -> Problem.of(ProblemCode.MEMBER_MISSING, Map.of("member", name)).asException());
    }

    private <T> Optional<T> read(String name, Class<T> type) {
        var value = members.get(name);
        if (value != null && !type.isInstance(value)) {
            throw wrong(name);
        }
        return Optional.ofNullable(value).map(type::cast);
    }

    private static void requireJson(Context ctx) {
        var type = ctx.contentType();
        var essence = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!essence.equals(Json.CONTENT_TYPE)) {
            throw Problem.of(ProblemCode.CONTENT_TYPE).asException();
        }
    }

    private static byte[] bytes(Context ctx, int maxBytes) {
        try {
            // One byte more than may come shows a body that is too large and has no length.
            byte[] bytes = ctx.bodyInputStream().readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes || ctx.contentLength() > maxBytes) {
                throw Problem.of(
                                ProblemCode.BODY_TOO_LARGE,
                                Map.of("limit", Integer.toString(maxBytes)))
                        .asException();
            }
            return bytes;
        } catch (IOException e) {
            // The sender stopped in the middle: its connection is gone or too slow.
            throw Problem.of(ProblemCode.BODY_CUT).asException();
        }
    }
}
