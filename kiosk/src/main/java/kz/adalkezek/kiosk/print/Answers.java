package kz.adalkezek.kiosk.print;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/// Sorts the bytes of a printer into answers by their fixed bits, so that none is taken for
/// another: `DLE EOT` is 0xx1xx10, an automatic status begins with 0xx1xx00 and goes on with three
/// bytes of 0xx0xxxx, `GS r` is 0xx0xxxx elsewhere, and a name stands between `_` and 0. Whatever
/// fits nowhere is noise.
final class Answers {

    private static final int NAME_MAX_BYTES = 80;
    private static final int FIXED_BITS = 0x93;
    private static final int STATUS = 0x12;
    private static final int UNASKED = 0x10;
    private static final int LOW_BITS = 0x90;
    private static final int UNASKED_BYTES = 4;
    private static final int WHOLE = 0x10;
    private static final int WHOLE_SECOND = 0x0F;
    private static final int WHOLE_BYTES = 6;
    private static final int NAME = '_';

    private final StatusDialect dialect;

    /// The beginning of an answer of several bytes.
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    Answers(StatusDialect dialect) {
        this.dialect = dialect;
    }

    /// Forgets the beginning of an answer whose rest will not come.
    void reset() {
        begun.reset();
    }

    /// The answer that this byte completes.
    Optional<Answer> push(byte heard) {
        int next = Byte.toUnsignedInt(heard);
        int head = begun.size() == 0 ? -1 : Byte.toUnsignedInt(begun.toByteArray()[0]);
        if (dialect == StatusDialect.CUSTOM_KPM) {
            return whole(head, next);
        }
        if (head == NAME) {
            return name(next);
        }
        if ((next & FIXED_BITS) == STATUS) {
            // Comes at once, also between the bytes of an automatic status.
            return Optional.of(new Answer.Status(next));
        }
        if ((next & FIXED_BITS) == UNASKED || next == NAME) {
            begun.reset();
            begun.write(next);
            return Optional.empty();
        }
        if ((next & LOW_BITS) != 0) {
            return Optional.empty();
        }
        return head < 0 ? Optional.of(new Answer.InOrder()) : unasked(next);
    }

    private Optional<Answer> unasked(int next) {
        begun.write(next);
        if (begun.size() < UNASKED_BYTES) {
            return Optional.empty();
        }
        byte[] all = take();
        return Optional.of(new Answer.Unasked(all[0], all[1], all[2]));
    }

    private Optional<Answer> name(int next) {
        if (next != 0) {
            begun.write(next);
            if (begun.size() > NAME_MAX_BYTES) {
                begun.reset();
            }
            return Optional.empty();
        }
        byte[] all = take();
        return Optional.of(new Answer.Name(new String(all, 1, all.length - 1, US_ASCII)));
    }

    private Optional<Answer> whole(int head, int next) {
        boolean fits =
                switch (begun.size()) {
                    case 0 -> next == WHOLE;
                    case 1 -> head == WHOLE && next == WHOLE_SECOND;
                    default -> true;
                };
        if (!fits) {
            begun.reset();
            if (next != WHOLE) {
                return Optional.empty();
            }
        }
        begun.write(next);
        if (begun.size() < WHOLE_BYTES) {
            return Optional.empty();
        }
        byte[] all = take();
        return Optional.of(new Answer.Whole(all[2], all[3], all[4], all[5]));
    }

    private byte[] take() {
        byte[] all = begun.toByteArray();
        begun.reset();
        return all;
    }
}
