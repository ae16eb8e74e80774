package kz.adalkezek.server.play;

/// Something that must always hold and does not.
///
/// @param index of the entry
/// @param type of its event, such as `call.made`
record Breach(long index, String type, String why) {}
