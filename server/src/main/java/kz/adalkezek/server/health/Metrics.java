package kz.adalkezek.server.health;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import kz.adalkezek.server.branch.Branch;
import kz.adalkezek.server.journal.Journal;
import kz.adalkezek.server.journal.Space;

/// What the branch counts, in the text form of Prometheus. No label leads to a person.
final class Metrics {

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter requests =
            Counter.builder()
                    .name("kezek_http_requests_total")
                    .help("Requests answered, by method, route and status.")
                    .labelNames("method", "route", "status")
                    .register(registry);

    Metrics(Branch branch, Journal journal) {
        CounterWithCallback.builder()
                .name("kezek_journal_forces_total")
                .help("How often the disk was forced.")
                .callback(callback -> callback.call((double) journal.forces()))
                .register(registry);
        gauge(
                "kezek_log_entries",
                "Entries of the public log.",
                () -> (double) branch.line().size());
        gauge(
                "kezek_people_waiting",
                "People who hold a ticket and wait.",
                () -> branch.line().people().waitingCount());
        gauge(
                "kezek_people_reserved",
                "Numbers given whose tickets are not in the citizens' hands yet.",
                () -> branch.line().people().reserved().size());
        gauge(
                "kezek_desks_open",
                "Counters at which somebody works.",
                () -> branch.line().hall().desks().size());
        gauge(
                "kezek_feed_listeners",
                "Screens that listen to the feed.",
                () -> branch.feed().listeners());
        gauge(
                "kezek_log_fully_read",
                "1 once the older log has been read entry by entry since the start.",
                () -> journal.isFullyRead() ? 1 : 0);
        GaugeWithCallback.builder()
                .name("kezek_disk_space")
                .help("1 for the state in which the disk of the log is.")
                .labelNames("state")
                .callback(callback -> {
                    for (var space : Space.values()) {
                        callback.call(
                                branch.space() == space ? 1 : 0,
                                space.name().toLowerCase(Locale.ROOT));
                    }
                })
                .register(registry);
    }

    void register(RoutesConfig routes) {
        routes.after(this::count);
        routes.get("/metrics", this::answer);
    }

    private void count(Context ctx) {
        var matched = ctx.endpoints().matchedHttpEndpoint();
        // What was asked for is no label: anybody could make a million of them.
        var route = matched == null ? "none" : matched.path;
        requests.labelValues(ctx.method().name(), route, Integer.toString(ctx.statusCode())).inc();
    }

    private void answer(Context ctx) throws IOException {
        var text = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create()
                .write(text, registry.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
        ctx.contentType(PrometheusTextFormatWriter.CONTENT_TYPE).result(text.toByteArray());
    }

    private void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(value.getAsDouble()))
                .register(registry);
    }
}
