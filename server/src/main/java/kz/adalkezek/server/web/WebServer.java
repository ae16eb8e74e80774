package kz.adalkezek.server.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import kz.adalkezek.screens.PageHeaders;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/// The HTTP server of the branch: its limits, its headers, and the routes that the rooms add.
public final class WebServer implements AutoCloseable {

    /// Where the server stops reading: the language asked for is not known yet.
    static final int HEAD_MAX_BYTES = 16 * 1024;

    static final int IDLE_TIMEOUT_MS = 30_000;
    static final int CONNECTIONS_MAX = 1_024;
    private static final int STOP_TIMEOUT_MS = 2_000;

    private final Javalin javalin;

    /// @param host the address on which to listen
    /// @param port 0 takes a free one
    /// @param rooms each adds its routes
    public WebServer(String host, int port, Texts texts, List<Consumer<RoutesConfig>> rooms) {
        javalin =
                Javalin.create(config -> {
                    quiet(config);
                    limits(config, host, port, texts);
                    routes(config, texts, rooms);
                });
    }

    /// Listens from now on.
    public void start() {
        javalin.start();
    }

    /// The port on which it listens.
    public int port() {
        return javalin.port();
    }

    /// Every route, as `PUT /api/v1/tickets/{request}`.
    public Set<String> routes() {
        var routes = new TreeSet<String>();
        for (var handler : javalin.unsafe.internalRouter.allHttpHandlers()) {
            var endpoint = handler.endpoint;
            if (endpoint.method.isHttpMethod()) {
                routes.add(endpoint.method.name() + " " + endpoint.path);
            }
        }
        return routes;
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private static void quiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
    }

    private static void limits(JavalinConfig config, String host, int port, Texts texts) {
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        // A body of a few hundred bytes gains nothing, and secrets beside chosen text could leak.
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setRequestHeaderSize(HEAD_MAX_BYTES);
            http.setSendServerVersion(false);
        });
        config.jetty.addConnector((server, http) -> connector(server, http, host, port));
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new EdgeErrors(texts));
            server.setStopTimeout(STOP_TIMEOUT_MS);
            server.addBean(new NetworkConnectionLimit(CONNECTIONS_MAX, server));
        });
        config.jetty.modifyServletContextHandler(
                context -> context.setErrorHandler(new EdgeErrors(texts)));
    }

    private static Connector connector(
            Server server, HttpConfiguration http, String host, int port) {
        var connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_TIMEOUT_MS);
        return connector;
    }

    private static void routes(
            JavalinConfig config, Texts texts, List<Consumer<RoutesConfig>> rooms) {
        config.routes.before(ctx -> PageHeaders.ALL.forEach(ctx::header));
        config.routes.before(Heads::requireShort);
        new ProblemAnswers(texts).register(config.routes);
        rooms.forEach(room -> room.accept(config.routes));
    }
}
