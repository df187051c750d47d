"""The part of a copy that holds appointments, and what the person was invited to book."""

from collections.abc import Mapping
from typing import Any

from domain.kernel.actor import Citizen
from domain.kernel.languages import SOURCE
from domain.platform.language import say
from domain.platform.work import UnitOfWork
from domain.privacy.rules.copied.appointment import CopiedAppointment, CopiedInvitation
from domain.scheduling.queries.booking.own_history import own_appointments_ever, own_invitations_ever


async def copied_appointments(work: UnitOfWork, citizen: Citizen, language: str) -> dict[str, Any]:
    """One's own, the latest first; what was hidden on purpose is asked of the office."""
    appointments = tuple(
        CopiedAppointment(
            id=one.id,
            starts_at=one.starts_at,
            ends_at=one.ends_at,
            need=_words(one.need, language),
            office=one.office,
            manner=one.manner,
            manner_label=say(one.manner.label, language),
            status=one.state,
            status_label=say(one.state.label, language),
            email=one.email,
            phone=one.phone,
            note=one.note,
        )
        for one in await own_appointments_ever(work, citizen)
    )
    invitations = tuple(
        CopiedInvitation(
            id=one.id,
            invited_on=one.invited_on,
            book_by_on=one.book_by_on,
            need=_words(one.need, language),
            office=one.office,
            status=one.state,
            status_label=say(one.state.label, language),
            note=one.note,
        )
        for one in await own_invitations_ever(work, citizen)
    )
    return {"appointments": appointments, "booking_invitations": invitations}


def _words(words: Mapping[str, str], language: str) -> str:
    return words.get(language) or words.get(SOURCE.code, "")
