package kz.adalkezek.clocks;

/// What the time of a visit is spent on. Exactly one runs at any instant from arrival to end.
public enum Clock {
    /// From the arrival on, before the ticket is in hand too, until a call.
    WAITING,
    /// From the call to the start of the service.
    WALKING,
    SERVICE,
    /// Parked until the return time, a no-show, void until restored, or finished by mistake.
    AWAY
}
