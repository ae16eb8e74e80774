package kz.adalkezek.kiosk.link;

/// The cable to the branch, as far as a demo can pull it: while it is out the branch hears nothing
/// of this kiosk and this kiosk nothing of the branch. Any thread.
public final class Cable {

    private volatile boolean in = true;

    public boolean isIn() {
        return in;
    }

    public void plug(boolean in) {
        this.in = in;
    }
}
