package kz.adalkezek.queue;

import java.util.regex.Pattern;

/// The name of a kiosk or board of the branch, such as `k1` or `b1`.
public record DeviceId(String value) implements Comparable<DeviceId> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]{0,31}");

    public DeviceId {
        if (!FORM.matcher(value).matches() || value.equals("branch")) {
            throw new IllegalArgumentException(
                    "a device is 1 to 32 of a-z and 0-9, beginning with a letter, not `branch`");
        }
    }

    @Override
    public int compareTo(DeviceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
