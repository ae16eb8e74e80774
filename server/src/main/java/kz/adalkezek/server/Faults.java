package kz.adalkezek.server;

import kz.adalkezek.server.journal.JournalException;

/// What to do when the truth is in danger.
interface Faults {

    /// A thread that the branch cannot do without has failed.
    void thread(Thread thread, Throwable fault);

    /// The older log differs from what was signed.
    default void journal(JournalException fault) {
        thread(Thread.currentThread(), fault);
    }
}
