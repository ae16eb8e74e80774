package kz.adalkezek.server.play;

import kz.adalkezek.queue.RequestId;
import kz.adalkezek.queue.TicketNumber;
import kz.adalkezek.queue.VisitId;

/// A ticket in somebody's hands.
///
/// @param kiosk that gave it
/// @param request under which it was taken
/// @param key by which the world knows its holder
record Ticket(TicketNumber number, VisitId visit, String kiosk, RequestId request, String key) {}
