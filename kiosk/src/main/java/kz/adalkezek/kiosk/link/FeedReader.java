package kz.adalkezek.kiosk.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Reads server-sent events as they arrive: of each the `id` and the `event`. The `data`, which may
/// be long, is passed over without being kept.
final class FeedReader implements Flow.Subscriber<List<ByteBuffer>> {

    /// The fields that count are short; of a longer line only so much is kept.
    static final int LINE_MAX_BYTES = 200;

    /// Digits that are a whole number below 10^15.
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,15}");

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z.-]{0,39}");

    private final Consumer<BranchFeed.News.Entry> entries;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private String id = "";
    private String type = "";
    private volatile boolean heard;
    private volatile long heardAt = System.nanoTime();

    FeedReader(Consumer<BranchFeed.News.Entry> entries) {
        this.entries = entries;
    }

    boolean hasHeard() {
        return heard;
    }

    /// By the clock of [System#nanoTime].
    long heardAt() {
        return heardAt;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        heardAt = System.nanoTime();
        heard = true;
        for (var part : parts) {
            while (part.hasRemaining()) {
                read(part.get());
            }
        }
    }

    @Override
    public void onError(Throwable fault) {
        // Whoever asked for the feed is told by the answer itself.
    }

    @Override
    public void onComplete() {
        // The same.
    }

    private void read(byte next) {
        if (next == '\n') {
            take(line.toString(UTF_8));
            line.reset();
        } else if (line.size() < LINE_MAX_BYTES) {
            line.write(next);
        }
    }

    private void take(String text) {
        if (text.startsWith("id: ")) {
            id = text.substring("id: ".length());
        } else if (text.startsWith("event: ")) {
            type = text.substring("event: ".length());
        } else if (text.isEmpty()) {
            if (INDEX.matcher(id).matches() && TYPE.matcher(type).matches()) {
                entries.accept(new BranchFeed.News.Entry(Long.parseLong(id), type));
            }
            id = "";
            type = "";
        }
    }
}
