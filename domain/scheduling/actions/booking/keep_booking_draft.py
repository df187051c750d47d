"""What somebody types while they book is kept for an hour, so that nothing is lost when a place is taken meanwhile."""

from datetime import datetime, timedelta
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field
from sqlalchemy import delete
from sqlmodel import col

from domain.kernel.actor import Actor, Citizen
from domain.kernel.email import OptionalEmail
from domain.kernel.languages import SOURCE
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.text import Text, _
from domain.platform.settings import settings
from domain.platform.tokens import fingerprint
from domain.platform.work import UnitOfWork, as_the_program
from domain.scheduling.actions.booking.book_appointment import Name
from domain.scheduling.model.agenda import Agenda
from domain.scheduling.model.booking import BookingDraft
from domain.scheduling.queries.booking.draft import account_of
from domain.scheduling.terms import Manner

DRAFT_LIFE = timedelta(hours=1)


class KeepBookingDraft(BaseModel):
    """In which browser (``token``), and what was typed; ``proof_id`` is the code that was sent to the contact."""

    token: str = Field(repr=False)
    need_id: UUID
    agenda_id: UUID
    starts_at: datetime
    manner: Manner = Manner.IN_PERSON
    person_id: UUID | None = None
    given_name: Name = ""
    family_name: Name = ""
    email: OptionalEmail = ""
    phone: Annotated[str, AfterValidator(str.strip), Field(max_length=40)] = ""
    language: str = SOURCE.code
    note: Annotated[str, AfterValidator(str.strip), Field(max_length=1000)] = ""
    interpreter_language: str = ""
    interpreter_gender: str = ""
    wants_reminders: bool = False
    wants_earlier: bool = False
    proof_id: UUID | None = None


async def keep_booking_draft(work: UnitOfWork, actor: Actor, command: KeepBookingDraft) -> UUID:
    """Keep it in place of what this browser had; its id. Old ones of everybody are thrown away.

    Refuses Invalid without a way to reach them, and without names from who is not signed in; NotFound elsewhere.
    """
    problems: dict[str, Text] = {}
    if not isinstance(actor, Citizen):
        problems |= {
            one: _("Questa risposta serve.") for one in ("given_name", "family_name") if not getattr(command, one)
        }
    if not command.email and not command.phone:
        problems["email"] = _("Scrivi l'e-mail o il telefono: ci serve per avvisarti.")
    if problems:
        raise Invalid(problems)
    agenda = await work.session.get(Agenda, command.agenda_id)
    if agenda is None:
        raise NotFound
    print_of = fingerprint(settings().secret, f"booking {command.token}")
    async with as_the_program(work, "keep booking draft"):
        is_old = (col(BookingDraft.fingerprint) == print_of) | (col(BookingDraft.expires_at) < work.now)
        await work.session.exec(delete(BookingDraft).where(is_old))
        draft = BookingDraft(
            **command.model_dump(exclude={"token"}),
            ente_id=agenda.ente_id,
            fingerprint=print_of,
            account_id=account_of(actor),
            expires_at=work.now + DRAFT_LIFE,
            created_at=work.now,
        )
        work.session.add(draft)
    return draft.id
