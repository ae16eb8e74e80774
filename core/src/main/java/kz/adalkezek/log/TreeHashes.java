package kz.adalkezek.log;

/// Where proofs take their hashes from: tiles on a disk or a mirror, or leaves in memory.
public interface TreeHashes {

    /// The root of the complete subtree of 2^level leaves that begins at leaf `number * 2^level`.
    Hash at(int level, long number);
}
