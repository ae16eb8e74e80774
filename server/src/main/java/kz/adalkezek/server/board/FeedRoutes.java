package kz.adalkezek.server.board;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Entry;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.EventCodec;
import kz.adalkezek.server.branch.Branch;
import kz.adalkezek.server.branch.Feed;
import kz.adalkezek.server.branch.Rounds;
import kz.adalkezek.server.journal.Journal;
import kz.adalkezek.server.staff.Door;
import kz.adalkezek.server.web.JsonBody;
import kz.adalkezek.server.web.Problem;
import kz.adalkezek.server.web.ProblemCode;

/// The log as it grows, as server-sent events: `id` is the log index, so a screen that comes back
/// names the last one it saw and misses nothing. Each screen has a virtual thread and a bounded
/// mailbox of its own; one that does not read is dropped and harms nobody.
public final class FeedRoutes implements AutoCloseable {

    /// How many screens may listen at once.
    public static final int SCREENS_MAX = 512;

    private static final long HEARTBEAT_MS = 10_000;
    private static final long LOOK_UP_MS = 500;
    private static final byte[] HEARTBEAT = ": heartbeat\n\n".getBytes(UTF_8);

    private final Branch branch;
    private final Journal journal;
    private final Rounds rounds;
    private final Door door;
    private final AtomicInteger screens = new AtomicInteger();
    private volatile boolean open = true;

    public FeedRoutes(Branch branch, Journal journal, Rounds rounds, Door door) {
        this.branch = branch;
        this.journal = journal;
        this.rounds = rounds;
        this.door = door;
    }

    public void register(RoutesConfig routes) {
        routes.get("/api/v1/feed", this::feed);
    }

    /// Ends every stream within half a second.
    @Override
    public void close() {
        open = false;
    }

    private void feed(Context ctx) {
        var board = board(ctx);
        if (screens.incrementAndGet() > SCREENS_MAX) {
            screens.decrementAndGet();
            throw Problem.of(ProblemCode.TOO_MANY_SCREENS).asException();
        }
        try (var seat = branch.feed().seat()) {
            stream(ctx, seat, board);
        } catch (IOException e) {
            // The screen went away, which is how each stream ends.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            screens.decrementAndGet();
        }
    }

    /// First what the log holds already, then what the seat has gathered meanwhile.
    private void stream(Context ctx, Feed.Seat seat, Optional<DeviceId> board)
            throws IOException, InterruptedException {
        long size = branch.line().size();
        long next = from(ctx, size);
        ctx.contentType("text/event-stream").header("Cache-Control", "no-store");
        var out = ctx.res().getOutputStream();
        out.write(HEARTBEAT);
        ctx.res().flushBuffer();
        board.ifPresent(rounds::heard);
        next = replay(out, next, size);
        long quietSince = System.nanoTime();
        while (open) {
            var items = seat.await(LOOK_UP_MS);
            for (var item : items) {
                if (item.entry().index() >= next) {
                    write(out, item.entry(), item.leaf());
                    next = item.entry().index() + 1;
                }
                if (isRevoked(board, item.entry())) {
                    return;
                }
            }
            if (items.isEmpty() && seat.isLost()) {
                return;
            }
            boolean quiet = System.nanoTime() - quietSince > HEARTBEAT_MS * 1_000_000;
            if (quiet) {
                out.write(HEARTBEAT);
            }
            if (quiet || !items.isEmpty()) {
                out.flush();
                quietSince = System.nanoTime();
                board.ifPresent(rounds::heard);
            }
        }
    }

    /// Its token has ended; the stream that it had opened ends with it.
    private static boolean isRevoked(Optional<DeviceId> board, Entry entry) {
        return entry.event() instanceof Event.DeviceRevoked(var device)
                && board.equals(Optional.of(device));
    }

    private long replay(OutputStream out, long from, long size) throws IOException {
        try (var entries = journal.entries(from, size)) {
            for (var entry : (Iterable<Entry>) entries::iterator) {
                write(out, entry, new String(EventCodec.encode(entry), UTF_8));
            }
        }
        out.flush();
        return size;
    }

    private static void write(OutputStream out, Entry entry, String leaf) throws IOException {
        var text =
                "id: %d\nevent: %s\ndata: %s\n\n"
                        .formatted(entry.index(), EventCodec.type(entry.event()), leaf);
        out.write(text.getBytes(UTF_8));
    }

    /// Behind the last index that the screen saw; from `from` on, where it says so; else from now.
    private static long from(Context ctx, long size) {
        var lastSeen = ctx.header("Last-Event-ID");
        var from = ctx.queryParam("from");
        if (lastSeen == null && from == null) {
            return size;
        }
        try {
            long next = lastSeen != null ? Long.parseLong(lastSeen) + 1 : Long.parseLong(from);
            if (next >= 0 && next <= size) {
                return next;
            }
        } catch (NumberFormatException e) {
            throw JsonBody.wrong(lastSeen != null ? "Last-Event-ID" : "from");
        }
        throw Problem.of(ProblemCode.RESUME_WRONG).asException();
    }

    /// Everybody may listen; a board that shows its token is heard by listening.
    private Optional<DeviceId> board(Context ctx) {
        return ctx.header("Authorization") == null
                ? Optional.empty()
                : Optional.of(new DeviceId(door.board(ctx).id()));
    }
}
