package kz.adalkezek.screens;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.adalkezek.log.Checkpoint;
import kz.adalkezek.log.Commitment;
import kz.adalkezek.log.Frontier;
import kz.adalkezek.log.Hash;
import kz.adalkezek.log.HashTile;
import kz.adalkezek.log.NoteSigner;
import kz.adalkezek.log.Proofs;
import kz.adalkezek.log.Receipt;
import kz.adalkezek.log.SignedNote;
import kz.adalkezek.log.TilePath;
import kz.adalkezek.log.TreeHashes;
import kz.adalkezek.queue.Actor;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.EventCodec;
import kz.adalkezek.queue.GroupCode;
import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.TicketNumber;

/// A log whose every entry is a ticket, with receipts and files as a branch makes them.
final class SampleLog implements TreeHashes {

    static final byte[] NONCE = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
    static final Instant FIRST_TOUCH = Instant.ofEpochMilli(1_795_406_400_120L);

    private static final RequestId REQUEST =
            RequestId.parse("0192f3c6-a1b2-7d44-8c5e-3f2a1b001267");

    private final NoteSigner key;
    private final List<byte[]> entries = new ArrayList<>();
    private final List<List<Hash>> levels = new ArrayList<>();

    /// @param opening what each ticket commits to
    /// @param device that took them; another one makes another log
    SampleLog(NoteSigner key, int size, Map<String, ?> opening, String device) {
        this.key = key;
        var commitment = Commitment.of(NONCE, opening);
        for (int i = 0; i < size; i++) {
            entries.add(EventCodec.encode(ticket(i, device, commitment)));
        }
        var level = entries.stream().map(Hash::leaf).toList();
        while (!level.isEmpty()) {
            levels.add(level);
            var above = new ArrayList<Hash>();
            for (int i = 0; i + 1 < level.size(); i += 2) {
                above.add(Hash.node(level.get(i), level.get(i + 1)));
            }
            level = above;
        }
    }

    private static Entry ticket(int index, String device, String commitment) {
        var touch = FIRST_TOUCH.plusSeconds(index);
        var issued =
                new Event.TicketIssued(
                        new TicketNumber('K', index + 1),
                        List.of(new GroupCode("SOC")),
                        touch,
                        Event.Touch.KEPT,
                        touch,
                        0,
                        touch,
                        "demo-1",
                        commitment,
                        Optional.empty());
        var by = new Actor.Device(new DeviceId(device));
        return new Entry(index, touch.plusMillis(311), by, index + 1L, REQUEST, 0, issued);
    }

    @Override
    public Hash at(int level, long number) {
        return levels.get(level).get(Math.toIntExact(number));
    }

    /// The full form for an entry, as of that size.
    Receipt receipt(long index, long size) {
        var checkpoint = checkpoint(size);
        var line = SignedNote.sign(checkpoint.text(), key).signatures().getFirst();
        return Receipt.of(checkpoint, line, index, NONCE)
                .withEntry(
                        entries.get(Math.toIntExact(index)), Proofs.inclusion(index, size, this));
    }

    /// A well-signed receipt for an entry that is no ticket.
    static Receipt ofOtherEntry(NoteSigner key, String entry) {
        byte[] bytes = entry.getBytes(UTF_8);
        var checkpoint = new Checkpoint(key.name(), 1, Hash.leaf(bytes));
        var line = SignedNote.sign(checkpoint.text(), key).signatures().getFirst();
        return Receipt.of(checkpoint, line, 0, NONCE).withEntry(bytes, List.of());
    }

    private Checkpoint checkpoint(long size) {
        return new Checkpoint(key.name(), size, Frontier.of(size, this).root());
    }

    /// Writes checkpoint, key and hash tiles of that size, as `/log/` serves them.
    void publish(Path log, long size, NoteSigner... signers) throws IOException {
        Files.createDirectories(log);
        Files.write(
                log.resolve("checkpoint"),
                SignedNote.sign(checkpoint(size).text(), signers).format());
        for (int level = 0; HashTile.hashesOnLevel(level, size) > 0; level++) {
            long last = (HashTile.hashesOnLevel(level, size) - 1) / HashTile.FULL_WIDTH;
            for (long number = 0; number <= last; number++) {
                write(log, level, number, HashTile.widthAt(level, number, size));
            }
        }
    }

    private void write(Path log, int level, long number, int width) throws IOException {
        var hashes = new ArrayList<Hash>();
        for (int i = 0; i < width; i++) {
            hashes.add(at(HashTile.HEIGHT * level, number * HashTile.FULL_WIDTH + i));
        }
        var file = log.resolve(TilePath.hashes(level, number, width).toString());
        Files.createDirectories(file.getParent());
        Files.write(file, HashTile.of(hashes).bytes());
    }
}
