package kz.adalkezek.server;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kz.adalkezek.server.branch.Rounds;
import kz.adalkezek.server.journal.Journal;

/// Once a second: the rounds of the branch, and the checkpoint file for those who copy the folder.
final class Pulse implements AutoCloseable {

    private static final long EVERY_MS = 1_000;

    private final Rounds rounds;
    private final Journal journal;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("pulse").unstarted(this::beat);

    Pulse(Rounds rounds, Journal journal, UncaughtExceptionHandler onFault) {
        this.rounds = rounds;
        this.journal = journal;
        thread.setUncaughtExceptionHandler(onFault);
    }

    void start() {
        thread.start();
    }

    private void beat() {
        try {
            do {
                rounds.walk();
                journal.writeCheckpointFile();
            } while (!stop.await(EVERY_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody may interrupt the pulse", e);
        }
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted before the last round had ended", e);
        }
    }
}
