package kz.adalkezek.log;

/// A complete subtree of 2^level leaves, the `number`th of its level counted from the left, from 0.
public record Subtree(int level, long number) {

    public static final int MAX_LEVEL = 62;

    public Subtree {
        if (level < 0 || level > MAX_LEVEL) {
            throw new IllegalArgumentException("level must be 0 to 62 but was " + level);
        }
        if (number < 0 || number > Long.MAX_VALUE >> level) {
            throw new IllegalArgumentException(
                    "there is no subtree " + number + " on level " + level);
        }
    }
}
