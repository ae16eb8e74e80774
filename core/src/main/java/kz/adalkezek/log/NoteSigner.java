package kz.adalkezek.log;

/// A private Ed25519 key under its name. A device is behind it: a seed in memory, a TPM.
public interface NoteSigner {

    String name();

    KeyId keyId();

    KeyType type();

    /// The 64 bytes of the Ed25519 signature (RFC 8032) over exactly this message.
    byte[] sign(byte[] message);
}
