package kz.adalkezek.server.bench;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/// How many entries a second this disk makes durable when nothing else is done with them.
///
/// @param alone one thread, one `force` for each entry
/// @param together eight producers who wait for their entry; one `force` serves all who wait
record DiskLimit(Figures alone, Figures together) {

    static final int PRODUCERS = 8;

    private static final int ENTRY_BYTES = 300;
    private static final double NANOS_A_SECOND = 1e9;

    static DiskLimit measure(Path room, Duration each) throws IOException, InterruptedException {
        return new DiskLimit(
                onFile(room, file -> alone(file, each)),
                onFile(room, file -> together(file, each)));
    }

    private interface OnFile {
        Figures measure(FileChannel file) throws IOException, InterruptedException;
    }

    private static Figures onFile(Path room, OnFile work) throws IOException, InterruptedException {
        var path = room.resolve("limit");
        try (var file = FileChannel.open(path, Set.of(CREATE_NEW, WRITE))) {
            return work.measure(file);
        } finally {
            Files.delete(path);
        }
    }

    private static Figures alone(FileChannel file, Duration time) throws IOException {
        var nanos = new Longs();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        for (long now = start; now < end; ) {
            store(file, 1);
            long then = System.nanoTime();
            nanos.add(then - now);
            now = then;
        }
        return Figures.of(nanos.toArray(), (System.nanoTime() - start) / NANOS_A_SECOND);
    }

    private static void store(FileChannel file, int entries) throws IOException {
        file.write(ByteBuffer.allocate(entries * ENTRY_BYTES), file.size());
        file.force(false);
    }

    private static Figures together(FileChannel file, Duration time) throws InterruptedException {
        var waiting = new LinkedBlockingQueue<CompletableFuture<Boolean>>();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        var producers = new ArrayList<Producer>();
        for (int i = 0; i < PRODUCERS; i++) {
            producers.add(new Producer(waiting, end));
        }
        var writer = Thread.ofPlatform().start(() -> serve(file, waiting, end));
        for (var producer : producers) {
            producer.thread.join();
        }
        double seconds = (System.nanoTime() - start) / NANOS_A_SECOND;
        writer.join();
        var nanos =
                producers.stream().flatMapToLong(p -> LongStream.of(p.nanos.toArray())).toArray();
        return Figures.of(nanos, seconds);
    }

    /// Goes on a little longer than the producers, so that nobody waits for ever.
    private static void serve(
            FileChannel file, LinkedBlockingQueue<CompletableFuture<Boolean>> waiting, long end) {
        try {
            while (true) {
                var first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    var group = new ArrayList<CompletableFuture<Boolean>>();
                    group.add(first);
                    waiting.drainTo(group);
                    store(file, group.size());
                    group.forEach(done -> done.complete(true));
                } else if (System.nanoTime() > end) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a measurement", e);
        }
    }

    private static final class Producer {

        final Longs nanos = new Longs();
        final Thread thread;

        Producer(LinkedBlockingQueue<CompletableFuture<Boolean>> waiting, long end) {
            thread =
                    Thread.startVirtualThread(() -> {
                        for (long now = System.nanoTime(); now < end; ) {
                            var done = new CompletableFuture<Boolean>();
                            waiting.add(done);
                            done.join();
                            long then = System.nanoTime();
                            nanos.add(then - now);
                            now = then;
                        }
                    });
        }
    }
}
