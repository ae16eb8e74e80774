package kz.adalkezek.kiosk.link;

/// How the branch answered, or did not.
public sealed interface Reply<T> {

    record Answer<T>(T value) implements Reply<T> {}

    /// The branch says no, and asking again would not change it.
    record Refusal<T>(BranchProblem problem) implements Reply<T> {}

    /// Out of reach, overloaded or failed: the same request may be sent again.
    ///
    /// @param why in a few words, for the log
    record NotNow<T>(String why) implements Reply<T> {}

    /// Something answered that does not keep the contract: another program, a portal of the
    /// network, a broken branch. The same request may be sent again.
    record Strange<T>(String what) implements Reply<T> {}
}
