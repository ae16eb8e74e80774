package kz.adalkezek.server.branch;

import kz.adalkezek.queue.Decision;

/// What became of an [Ask].
public sealed interface Outcome {

    /// The law has answered, and the answer is durable and signed.
    record Decided(Decision decision) implements Outcome {}

    /// The request id belongs to another command. Nothing has changed.
    record Reused() implements Outcome {}

    /// More commands wait than the branch takes at once. Nothing has changed; ask again.
    record Busy() implements Outcome {}

    /// The disk is nearly full: no new tickets, so that those who wait can be served.
    record NoSpace() implements Outcome {}
}
