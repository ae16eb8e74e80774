package kz.adalkezek.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// The line of a witness below a checkpoint: at that time it had seen no larger tree of this log,
/// and none that does not fit (C2SP tlog-cosignature v1, Ed25519).
public final class Cosignature {

    /// POSIX seconds; the upper bound is the largest `long`.
    public static final long MIN_TIME_S = 1;

    private static final int PAYLOAD_BYTES = Long.BYTES + Ed25519.SIGNATURE_BYTES;

    private final NoteSignature line;
    private final long timeS;

    private Cosignature(NoteSignature line, long timeS) {
        this.line = line;
        this.timeS = timeS;
    }

    /// The bytes that a witness signs: two lines of its own before the checkpoint's text.
    ///
    /// @param timeS POSIX seconds, 1 to 2^63 - 1
    public static byte[] message(long timeS, String checkpointText) {
        if (timeS < MIN_TIME_S) {
            throw new IllegalArgumentException("no cosignature was made at second " + timeS);
        }
        return ("cosignature/v1\ntime " + timeS + "\n" + checkpointText).getBytes(UTF_8);
    }

    /// Signs a checkpoint at a time in POSIX seconds.
    ///
    /// @throws IllegalArgumentException unless the signer is one of cosignatures
    public static Cosignature sign(Checkpoint checkpoint, long timeS, NoteSigner signer) {
        if (signer.type() != KeyType.COSIGNATURE) {
            throw new IllegalArgumentException(signer.name() + " is not a cosigner's key");
        }
        byte[] signature = signer.sign(message(timeS, checkpoint.text()));
        var payload = ByteBuffer.allocate(PAYLOAD_BYTES).putLong(timeS).put(signature).array();
        return new Cosignature(new NoteSignature(signer.name(), signer.keyId(), payload), timeS);
    }

    /// Takes a line of exactly 8 + 64 bytes behind the key id, with a time of 1 to 2^63 - 1.
    public static Optional<Cosignature> parse(NoteSignature line) {
        byte[] payload = line.payload();
        if (payload.length != PAYLOAD_BYTES) {
            return Optional.empty();
        }
        return Optional.of(new Cosignature(line, ByteBuffer.wrap(payload).getLong()))
                .filter(cosignature -> cosignature.timeS >= MIN_TIME_S);
    }

    public NoteSignature line() {
        return line;
    }

    /// POSIX seconds. A time in the future is the reader's to refuse.
    public long timeS() {
        return timeS;
    }

    /// Whether that witness made it for that checkpoint text.
    public boolean verify(VerifierKey witness, String checkpointText) {
        byte[] payload = line.payload();
        return witness.type() == KeyType.COSIGNATURE
                && witness.claims(line)
                && witness.verify(
                        message(timeS, checkpointText),
                        Arrays.copyOfRange(payload, Long.BYTES, payload.length));
    }
}
