package kz.adalkezek.log;

/// What a receipt turned out to be.
public enum ReceiptVerdict {
    /// All that it claims is true.
    SOUND,
    /// None of the known log keys has its key id.
    UNKNOWN_KEY,
    /// The entry it names is not below its checkpoint.
    INDEX_PAST_TREE,
    /// The log has not signed this checkpoint.
    BAD_SIGNATURE,
    /// The checkpoint is true, but the entry printed is not the one in the tree.
    NOT_INCLUDED
}
