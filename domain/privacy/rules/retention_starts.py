"""From which events the time of each kind of data can be counted, and where the time ends."""

from datetime import date

from domain.privacy.rules.answer_terms import months_after
from domain.privacy.terms import RetentionKind, RetentionStart

STARTS: dict[RetentionKind, tuple[RetentionStart, ...]] = {
    RetentionKind.DRAFT: (RetentionStart.SAVED,),
    RetentionKind.APPLICATION: (RetentionStart.SUBMITTED, RetentionStart.WITHDRAWN),
    RetentionKind.CASE: (RetentionStart.LAST_ENTRY,),
    RetentionKind.DOCUMENT: (RetentionStart.KEPT, RetentionStart.EXPIRED),
    RetentionKind.PROTOCOLLO: (RetentionStart.REGISTERED,),
    RetentionKind.LETTER: (RetentionStart.WRITTEN,),
    RetentionKind.READING: (RetentionStart.READ,),
    RetentionKind.FORMER_FACT: (RetentionStart.DROPPED,),
    RetentionKind.ACCOUNT: (RetentionStart.SIGNED_IN,),
    RetentionKind.RECTIFICATION: (RetentionStart.ANSWERED,),
    RetentionKind.HOUSING_NEED: (RetentionStart.CLOSED,),
    RetentionKind.ISEE: (RetentionStart.EXPIRED,),
    RetentionKind.CONVERSATION: (RetentionStart.LAST_MESSAGE,),
    RetentionKind.CARE_PLAN: (RetentionStart.CLOSED,),
    RetentionKind.APPOINTMENT: (RetentionStart.HELD,),
    RetentionKind.BOOKING_INVITATION: (RetentionStart.LAST_DAY,),
}


def last_day_over(today: date, months: int) -> date:
    """What happened up to this day, included, is over ``today``: never a day early.

    Where months differ in length it may be up to three days late: of 31 January and one month, 28 February still waits.
    """
    return months_after(today, -months)
