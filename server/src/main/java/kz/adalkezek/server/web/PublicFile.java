package kz.adalkezek.server.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Bytes that are the same for everybody and change seldom: asked for again each time, so that a
/// new version is seen at once, and unchanged they cost a header. Packed once for whoever takes
/// gzip, because phones come over slow networks; nothing secret may stand in them.
public final class PublicFile {

    private static final int NOT_MODIFIED = 304;

    /// Below this, one packet holds them anyway.
    private static final int PACKED_FROM_BYTES = 1_000;

    private final byte[] bytes;
    private final String type;
    private final String tag;
    private final byte @Nullable [] packed;

    /// @param type the content type
    /// @param tag changes with the bytes; 1 or more of ASCII letters, digits, `-` and `_`
    public PublicFile(byte[] bytes, String type, String tag) {
        this.bytes = bytes.clone();
        this.type = type;
        this.tag = tag;
        this.packed = packed(bytes);
    }

    public void answer(Context ctx) {
        boolean isPacked = packed != null && takesGzip(ctx);
        // Other bytes need another tag.
        var etag = '"' + tag + (isPacked ? "-gz" : "") + '"';
        ctx.header("Cache-Control", "no-cache").header("ETag", etag);
        ctx.header("Vary", "Accept-Encoding");
        if (etag.equals(ctx.header("If-None-Match"))) {
            ctx.status(NOT_MODIFIED);
        } else if (isPacked) {
            ctx.header("Content-Encoding", "gzip").contentType(type).result(packed);
        } else {
            ctx.contentType(type).result(bytes);
        }
    }

    private static boolean takesGzip(Context ctx) {
        var header = ctx.header("Accept-Encoding");
        if (header == null) {
            return false;
        }
        for (var coding : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            var parts = coding.strip().split(";", 2);
            if (parts[0].strip().equals("gzip")) {
                return parts.length == 1 || !parts[1].strip().matches("q=0(\\.0*)?");
            }
        }
        return false;
    }

    /// Nothing where packing gains less than a tenth: fonts are packed already.
    private static byte @Nullable [] packed(byte[] bytes) {
        if (bytes.length < PACKED_FROM_BYTES) {
            return null;
        }
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be full in parts", e);
        }
        return packed.size() < bytes.length / 10 * 9 ? packed.toByteArray() : null;
    }
}
