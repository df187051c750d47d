"""Somebody without an account asks to be called back."""

from domain.access.events import ContactConfirmed
from domain.correspondence.actions.notices.notify_operators import NotifyOperators, notify_operators
from domain.correspondence.terms.notices import NoticeKind
from domain.intake.actions.contact_requests.note_proof import note_proof
from domain.intake.events import ContactRequestArrived
from domain.kernel.actor import System
from domain.kernel.roles import DESK_ROLES
from domain.kernel.text import _
from domain.platform.reactions import reacts_to
from domain.platform.work import UnitOfWork, as_the_program


@reacts_to(ContactRequestArrived)
async def notify_desks_of_request(work: UnitOfWork, event: ContactRequestArrived) -> None:
    """The desks of the ente are told once a day: how many wait is on their list."""
    told = NotifyOperators(
        ente_id=event.ente_id,
        kind=NoticeKind.CITIZEN_MESSAGE,
        key=f"contact-requests:{event.ente_id}:{work.today}",
        subject=_("Oggi ha scritto qualcuno che aspetta di essere richiamato."),
        path="/richiamate",
        roles=DESK_ROLES,
    )
    await notify_operators(work, System("notify desks of request", (event.ente_id,)), told)


@reacts_to(ContactConfirmed)
async def keep_proof_of_contact(work: UnitOfWork, event: ContactConfirmed) -> None:
    """The desk reads that the contact of a request is right."""
    async with as_the_program(work, "keep proof of contact") as system:  # the code is the ambito's
        await note_proof(work, system, event.code_id)
