package kz.adalkezek.kiosk.touch;

/// Ends the handling of a request with this problem. It is no fault: nothing is logged and no stack
/// is kept.
final class TouchProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final TouchProblem problem;
    private final String member;

    TouchProblemException(TouchProblem problem) {
        this(problem, "");
    }

    /// @param member of the body that is wrong
    TouchProblemException(TouchProblem problem, String member) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.member = member;
    }

    TouchProblem problem() {
        return problem;
    }

    String member() {
        return member;
    }
}
