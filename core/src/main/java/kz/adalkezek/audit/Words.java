package kz.adalkezek.audit;

import kz.adalkezek.log.NoteRefusal;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.Refusal;

/// The law's codes in English, as parts of a sentence.
final class Words {

    private Words() {}

    static String of(Event.Rule rule) {
        return switch (rule) {
            case ORDER -> "order";
            case LIMIT -> "the limit of overtakes";
            case OVERRIDE -> "an override";
        };
    }

    static String of(NoteRefusal why) {
        return switch (why) {
            case MALFORMED -> "it is not a signed note in its strict form";
            case BAD_SIGNATURE -> "the signature is false";
            case NO_KNOWN_SIGNATURE -> "the key has not signed it";
            case NOT_A_CHECKPOINT -> "it is a signed note, but not a checkpoint";
            case OTHER_ORIGIN -> "it is the checkpoint of another log";
            case NO_LOG_SIGNATURE -> "the log itself has not signed it";
        };
    }

    static String of(Refusal why) {
        return switch (why) {
            case DAY_NOT_OPEN -> "the day is not open";
            case DAY_ALREADY_OPEN -> "a day is open already";
            case DAY_ALREADY_HELD -> "this day was held already";
            case DAY_NOT_OVER -> "somebody is still called or served";
            case NO_POLICY -> "no policy is in force";
            case NO_CATALOGUE -> "no catalogue is in force";
            case VERSION_TAKEN -> "this version was published before";
            case BEGINS_IN_THE_PAST -> "it would begin before it was published";
            case POLICY_TOO_LONG -> "the policy is too long";
            case TOO_MUCH_TO_CARRY -> "it is more than one entry could carry to the next day";
            case DEVICE_KNOWN -> "this device is enrolled already";
            case DEVICE_UNKNOWN -> "no such device is enrolled";
            case DEVICE_OF_ANOTHER_KIND -> "the device is of another kind";
            case GROUP_UNKNOWN -> "the catalogue has no such group";
            case GROUND_UNKNOWN -> "the policy has no ground with this credit";
            case REASON_UNKNOWN -> "the policy has no such reason";
            case OUTCOME_UNKNOWN -> "the policy has no such outcome";
            case TOO_MANY_LEGS -> "the visit has too many legs";
            case HALL_FULL -> "too many people wait already";
            case KIOSK_TOO_FAST -> "the kiosk has issued too many tickets within a minute";
            case NUMBERS_USED_UP -> "the letter has no more numbers";
            case SLOT_IN_THE_PAST -> "the slot, or its day, is over";
            case BOOKING_UNKNOWN -> "there is no such booking";
            case BOOKING_USED -> "the booking was used before";
            case BOOKING_OF_ANOTHER_DAY -> "the booking is for another day";
            case BOOKING_OF_ANOTHER_GROUP -> "the visit does not begin with the group booked";
            case LETTER_UNKNOWN -> "no group has numbers with this letter";
            case LEASED_ENOUGH -> "the kiosk holds enough numbers of this letter";
            case SIGNATURE_WRONG -> "the kiosk has not signed this, or not with its key";
            case JOURNAL_FORKED -> "this does not go on where the journal of the kiosk ended";
            case NUMBERS_NOT_LEASED -> "these are not the next numbers of a lease of this kiosk";
            case POLICY_NOT_IN_FORCE -> "the policy named was not in force at the arrival";
            case OFFLINE_FIRST -> "the kiosk has to hand over first what it gave alone";
            case NO_GAP -> "the device has told of this event already";
            case VISIT_UNKNOWN -> "there is no such visit";
            case NUMBER_UNKNOWN -> "there is no such number";
            case TICKET_OF_ANOTHER -> "another has taken this ticket";
            case TICKET_ALREADY_HANDED -> "the ticket was handed over before";
            case TICKET_NOT_HANDED -> "the ticket was in nobody's hands yet";
            case TICKET_NOT_OVERDUE -> "the ticket is not overdue";
            case VISIT_NOT_WAITING -> "the visit does not wait";
            case COUNTER_UNKNOWN -> "there is no such counter";
            case COUNTER_TAKEN -> "the counter is another operator's";
            case OPERATOR_HAS_DESK -> "the operator has another desk";
            case DESK_NOT_OPEN -> "the desk is not open";
            case DESK_OF_ANOTHER -> "the desk is another operator's";
            case DESK_HAS_CALLED -> "the desk has called somebody already";
            case NOTHING_CALLED -> "the desk has called nobody";
            case NOTHING_SERVED -> "the desk serves nobody";
            case NOTHING_TO_UNDO -> "there is no call to undo";
            case UNDO_TOO_LATE -> "it is too late to undo the call";
            case UNDO_USED -> "the desk has used its one undo for this visit";
            case UNDO_PREVIOUS_MOVED -> "the previous visit is elsewhere by now";
            case UNDO_PAUSE -> "the desk has just undone a call and has to wait";
            case RECALL_TOO_SOON -> "it is too soon to call again";
            case NO_SHOW_TOO_SOON -> "the visit was not called often and long enough";
            case GROUND_NOT_RECORDED -> "whether the ground was shown is not recorded";
            case GROUND_NOT_CLAIMED -> "the visit claims no ground";
            case GROUND_RECORDED -> "the ground was recorded before";
            case CALL_UNKNOWN -> "there is no such call";
            case REASON_NEEDED -> "it needs a reason";
            case BACK_IN_THE_PAST -> "the return time is over already";
            case VISIT_NOT_PARKED -> "the visit is not parked";
            case VISIT_NOT_MISSED -> "the visit is no no-show";
            case RETURN_USED -> "the visit has come back once before";
            case RETURN_TOO_LATE -> "the time to come back is over";
            case DESK_BUSY -> "the desk is busy with another visit";
            case DESK_PAUSED -> "the desk pauses";
            case DESK_NOT_PAUSED -> "the desk does not pause";
            case VISIT_NOT_FINISHED -> "the visit is not over";
            case SUBJECT_UNKNOWN -> "the log has no such entry";
            case FINDING_UNKNOWN -> "there is no such finding";
            case FINDING_RAISED -> "this was found before";
            case FINDING_ANSWERED -> "the finding was answered or passed on before";
            case FINDING_NOT_DUE -> "there is still time to answer the finding";
            case RATED_ALREADY -> "the visit was rated before";
            case HELD_ELSEWHERE -> "the visit waits for another counter alone";
            case TARGET_NOT_OPEN -> "nobody works at the counter that should take the visit";
            case GROUP_NOT_SERVED -> "the desk does not serve the group of this visit";
        };
    }
}
