package kz.adalkezek.kiosk.offline;

/// How far the numbers of the scarcest letter go.
public enum NumbersLevel {
    ENOUGH,
    LOW,
    OUT
}
