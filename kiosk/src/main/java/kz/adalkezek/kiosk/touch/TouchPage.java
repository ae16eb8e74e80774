package kz.adalkezek.kiosk.touch;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import kz.adalkezek.kiosk.errand.Errands;
import kz.adalkezek.kiosk.errand.PrinterWatch;
import kz.adalkezek.kiosk.gpio.Panel;
import kz.adalkezek.kiosk.link.BranchWatch;
import kz.adalkezek.kiosk.print.Language;
import kz.adalkezek.screens.Screens;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/// The HTTP server of the kiosk, for the browser on this machine alone: its limits and its routes.
public final class TouchPage implements AutoCloseable {

    /// Where the server stops reading a head.
    private static final int HEAD_MAX_BYTES = 16 * 1024;

    private static final int IDLE_TIMEOUT_MS = 30_000;
    private static final int CONNECTIONS_MAX = 64;
    private static final int STOP_TIMEOUT_MS = 1_000;

    private final Live live;
    private final Javalin javalin;

    /// What the page is told about the kiosk itself.
    ///
    /// @param boot of this process, so that a page notices a restart
    /// @param language with which the screen begins
    /// @param mm CSS pixels a millimetre of this screen, where somebody has measured it
    public record Kiosk(String id, UUID boot, Language language, Optional<Double> mm) {}

    /// How the kiosk stands to the branch.
    ///
    /// @param paired whether the branch knows this kiosk
    /// @param givesAlone whether a citizen would get a number without the branch
    /// @param trusts whether the branch shows the log that it has always shown
    public record Standing(boolean paired, boolean givesAlone, boolean trusts) {}

    /// @param host of the loopback
    /// @param port 0 takes a free one
    public TouchPage(
            String host,
            int port,
            Kiosk kiosk,
            Errands errands,
            BranchWatch branch,
            PrinterWatch printer,
            Supplier<Standing> standing,
            Devices devices) {
        var screens = new Screens();
        var texts = new Texts(screens);
        var form = new StateForm(texts, kiosk, devices.copies()::of);
        live =
                new Live(
                        () ->
                                form.state(
                                                branch.view(),
                                                standing.get(),
                                                printer.status(),
                                                errands.current(),
                                                devices.panel().map(Panel::view),
                                                devices.scans().last())
                                        .toString(),
                        printer::nudge);
        var pages = new ScreenRoutes(screens);
        var touches = new ErrandRoutes(errands, devices.copies(), branch, form);
        javalin =
                Javalin.create(config -> {
                    limits(config, host, port, texts);
                    config.routes.before(Guard::check);
                    new Problems(texts).register(config.routes);
                    pages.register(config.routes);
                    live.register(config.routes);
                    touches.register(config.routes);
                    new ScanRoutes(devices.scans()).register(config.routes);
                    devices.simulators().register(config.routes, pages);
                });
    }

    /// Listens from now on.
    public void start() {
        live.start();
        javalin.start();
    }

    public int port() {
        return javalin.port();
    }

    /// Something that the page shows may have changed. Never blocks.
    public void nudge() {
        live.nudge();
    }

    @Override
    public void close() {
        live.close();
        javalin.stop();
    }

    private static void limits(JavalinConfig config, String host, int port, Texts texts) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setRequestHeaderSize(HEAD_MAX_BYTES);
            http.setSendServerVersion(false);
        });
        config.jetty.addConnector((server, http) -> connector(server, http, host, port));
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new Problems(texts));
            server.setStopTimeout(STOP_TIMEOUT_MS);
            server.addBean(new NetworkConnectionLimit(CONNECTIONS_MAX, server));
        });
        config.jetty.modifyServletContextHandler(
                context -> context.setErrorHandler(new Problems(texts)));
    }

    private static Connector connector(
            Server server, HttpConfiguration http, String host, int port) {
        var connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_TIMEOUT_MS);
        return connector;
    }
}
