package kz.adalkezek.server.records;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongFunction;
import kz.adalkezek.queue.Entry;

/// Keeps the views up with the log, on a thread of its own. Nobody waits for it.
public final class ViewFollower implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("kezek.records");

    private final Views views;
    private final LongFunction<List<Entry>> log;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("records").unstarted(this::follow);
    private volatile boolean open = true;

    /// @param log answers the entries from an index on, a group of them; waits a moment where there
    ///   are none, and then answers none
    public ViewFollower(Views views, LongFunction<List<Entry>> log) {
        this.views = views;
        this.log = log;
    }

    public void start() {
        thread.start();
    }

    /// Applies all there is and returns how many entries the views hold.
    public static long catchUp(Views views, LongFunction<List<Entry>> log, long size)
            throws SQLException {
        while (views.applied() < size) {
            views.apply(log.apply(views.applied()));
        }
        return views.applied();
    }

    /// Ends after the group at hand. Never by an interrupt, which would close the log's file.
    @Override
    public void close() {
        open = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted before the views were closed", e);
        }
    }

    private void follow() {
        boolean remade = false;
        while (open) {
            try {
                views.apply(log.apply(views.applied()));
            } catch (SQLException e) {
                if (remade || !isRemade(e)) {
                    LOG.log(Level.ERROR, "The views stay as they are until the next start.", e);
                    return;
                }
                remade = true;
            }
        }
    }

    /// Once in a life: a second failure is no accident, and the queue does not need the views.
    private boolean isRemade(SQLException failure) {
        LOG.log(Level.WARNING, "The views failed: they are made again from the log.", failure);
        try {
            views.clear();
            return true;
        } catch (SQLException e) {
            failure.addSuppressed(e);
            return false;
        }
    }
}
