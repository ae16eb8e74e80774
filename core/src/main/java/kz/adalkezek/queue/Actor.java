package kz.adalkezek.queue;

import java.util.regex.Pattern;

/// Who did it: the branch itself, a device, or an operator by pseudonym. The three never share a
/// name, so that `by` in an event says which it was.
public sealed interface Actor {

    String name();

    /// The branch: its schedule, its limits of time, and what a citizen asks by token.
    record Branch() implements Actor {
        @Override
        public String name() {
            return "branch";
        }
    }

    /// A kiosk or a board, such as `k1`.
    record Device(DeviceId id) implements Actor {
        @Override
        public String name() {
            return id.value();
        }
    }

    /// A person of the staff under a pseudonym of the day, such as `o-5f21c09ab3`.
    record Operator(String name) implements Actor {

        private static final Pattern FORM = Pattern.compile("o-[a-z0-9]{1,30}");

        public Operator {
            if (!FORM.matcher(name).matches()) {
                throw new IllegalArgumentException("a pseudonym is o- and 1 to 30 of a-z, 0-9");
            }
        }
    }

    Branch BRANCH = new Branch();

    static Actor named(String name) {
        if (name.equals(BRANCH.name())) {
            return BRANCH;
        }
        return name.startsWith("o-") ? new Operator(name) : new Device(new DeviceId(name));
    }
}
