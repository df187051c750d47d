"""Appointments and invitations of a copy, as people read them."""

from collections.abc import Sequence

from domain.kernel.text import _
from domain.platform.language import say
from domain.platform.pdf.act import Block, Heading
from domain.privacy.rules.copied.appointment import CopiedAppointment, CopiedInvitation
from domain.privacy.rules.copied.words import day_words, instant_words, table


def appointments_in_words(
    appointments: Sequence[CopiedAppointment], invitations: Sequence[CopiedInvitation], code: str
) -> list[Block]:
    """A table each; that there is nothing where there is nothing."""
    why, where, state = (say(one, code) for one in (_("Motivo"), _("Ufficio"), _("A che punto è")))
    had = [(instant_words(one.starts_at, code), one.need, one.office, one.status_label) for one in appointments]
    asked = [(one.need, one.office, day_words(one.book_by_on, code), one.status_label) for one in invitations]
    return [
        Heading(say(_("Gli appuntamenti"), code)),
        *table((say(_("Quando"), code), why, where, state), had, code),
        Heading(say(_("Gli inviti a prenotare"), code)),
        *table((why, where, say(_("Fino al giorno"), code), state), asked, code),
    ]
