package kz.adalkezek.server.voice;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// What a sound file says about itself: WAV with 16 bits, or Ogg with Opus or Vorbis. Every browser
/// of a board plays these, and their length can be told without decoding them.
///
/// @param type the content type
/// @param ms how long it lasts
record Sound(String type, int ms) {

    private static final String FORMS = "save it as WAV with 16 bits or as Ogg with Opus or Vorbis";
    private static final String CUT = "the file is cut off: save it again";
    private static final int RATE_MIN = 8_000;
    private static final int RATE_MAX = 48_000;
    private static final int CHANNELS_MAX = 2;

    private static final int RIFF_HEAD = 12;
    private static final int CHUNK_HEAD = 8;
    private static final int FORMAT_BYTES = 16;
    private static final int PCM = 1;

    private static final int PAGE_HEAD = 27;
    private static final int FLAGS_AT = 5;
    private static final int LAST_PAGE = 4;
    private static final int GRANULE_AT = 6;
    private static final int OPUS_RATE = 48_000;
    private static final long SAMPLES_MOST = 1L << 40;

    /// @throws IllegalArgumentException for anything else; the message says what to do
    static Sound of(byte[] bytes) {
        if (has(bytes, 0, "RIFF") && has(bytes, 8, "WAVE")) {
            return wav(bytes, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        }
        if (has(bytes, 0, "OggS")) {
            return ogg(bytes, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        }
        throw new IllegalArgumentException(FORMS);
    }

    private static Sound wav(byte[] bytes, ByteBuffer file) {
        int bytesPerSecond = 0;
        for (int at = RIFF_HEAD; at + CHUNK_HEAD <= file.limit(); ) {
            long size = Integer.toUnsignedLong(file.getInt(at + 4));
            int body = at + CHUNK_HEAD;
            if (size > file.limit() - body) {
                throw new IllegalArgumentException(CUT);
            }
            if (has(bytes, at, "fmt ") && size >= FORMAT_BYTES) {
                bytesPerSecond = bytesPerSecond(file, body);
            }
            if (has(bytes, at, "data") && bytesPerSecond > 0) {
                return new Sound("audio/wav", Math.toIntExact(size * 1_000 / bytesPerSecond));
            }
            at = body + (int) (size + size % 2);
        }
        throw new IllegalArgumentException(FORMS);
    }

    private static int bytesPerSecond(ByteBuffer file, int at) {
        int channels = file.getShort(at + 2);
        int rate = file.getInt(at + 4);
        boolean is16bit = file.getShort(at) == PCM && file.getShort(at + 14) == Short.SIZE;
        if (!is16bit || channels < 1 || channels > CHANNELS_MAX) {
            throw new IllegalArgumentException("save it with 16 bits and 1 or 2 channels");
        }
        return checked(rate) * channels * Short.BYTES;
    }

    /// The place of the last sample stands on the last page.
    private static Sound ogg(byte[] bytes, ByteBuffer file) {
        int rate = 0;
        int skipped = 0;
        long end = 0;
        boolean hasLastPage = false;
        for (int at = 0; at < bytes.length; ) {
            int body =
                    at + PAGE_HEAD + (at + PAGE_HEAD <= bytes.length ? bytes[at + 26] & 0xff : 0);
            if (body > bytes.length || !has(bytes, at, "OggS")) {
                throw new IllegalArgumentException(CUT);
            }
            if (at == 0 && has(bytes, body, "OpusHead") && body + 12 <= bytes.length) {
                rate = OPUS_RATE;
                skipped = Short.toUnsignedInt(file.getShort(body + 10));
            } else if (at == 0 && has(bytes, body, "\u0001vorbis") && body + 16 <= bytes.length) {
                rate = checked(file.getInt(body + 12));
            } else if (at == 0) {
                throw new IllegalArgumentException(FORMS);
            }
            end = Math.max(end, file.getLong(at + GRANULE_AT));
            hasLastPage = (bytes[at + FLAGS_AT] & LAST_PAGE) != 0;
            at = next(bytes, at, body);
        }
        if (!hasLastPage) {
            throw new IllegalArgumentException(CUT);
        }
        return new Sound("audio/ogg", ms(end - skipped, rate));
    }

    private static int ms(long samples, int rate) {
        return Math.clamp(
                Math.clamp(samples, 0, SAMPLES_MOST) * 1_000 / rate, 0, Integer.MAX_VALUE);
    }

    private static int next(byte[] bytes, int page, int body) {
        int next = body;
        for (int i = page + PAGE_HEAD; i < body; i++) {
            next += bytes[i] & 0xff;
        }
        if (next > bytes.length) {
            throw new IllegalArgumentException(CUT);
        }
        return next;
    }

    private static int checked(int rate) {
        if (rate < RATE_MIN || rate > RATE_MAX) {
            throw new IllegalArgumentException(
                    "save it with " + RATE_MIN + " to " + RATE_MAX + " samples a second");
        }
        return rate;
    }

    private static boolean has(byte[] bytes, int at, String text) {
        return at + text.length() <= bytes.length
                && new String(bytes, at, text.length(), ISO_8859_1).equals(text);
    }
}
