"""An operator invites somebody to choose a time by themselves, until a last day."""

from datetime import date, timedelta
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform.work import UnitOfWork, as_the_program
from domain.scheduling.events import BookingInvited
from domain.scheduling.model.invitation import BookingInvitation
from domain.scheduling.permissions import may_receive
from domain.scheduling.queries.booking.limits import refuse_hoarding
from domain.scheduling.queries.booking.plainly import refusing_plainly
from domain.scheduling.queries.inviting.invitable import invitable_person, invitable_places
from domain.scheduling.refusals import AlreadyExpected, NotInvitable, NotYourDay, TooManyAppointments
from domain.scheduling.rules.inviting import remind_on
from domain.scheduling.terms.invitations import InvitationState

LONGEST = timedelta(days=366)


class InviteToBook(BaseModel):
    """Whom, for what, in which office, until which day; ``note`` is for the person to read, on the portal alone."""

    person_id: UUID
    need_id: UUID
    office_id: UUID
    book_by_on: date
    note: Annotated[str, AfterValidator(str.strip), Field(max_length=500)] = ""


async def invite_to_book(work: UnitOfWork, operator: Operator, command: InviteToBook) -> UUID:
    """The invitation; the person is written to afterwards. What was not answered before counts as seen to.

    For who receives people. Refuses NotYourDay, NotFound, Invalid for a day that is over or an office that does not
    receive for the need online; NotInvitable, AlreadyInvited, AlreadyExpected.
    """
    if not may_receive(operator):
        raise NotYourDay
    who = await invitable_person(work, operator, command.person_id)
    if who.is_kept_out:
        raise NotInvitable
    if not work.today < command.book_by_on <= work.today + LONGEST:
        raise Invalid({"book_by_on": _("Scegli un giorno da domani a un anno da oggi.")})
    ente_id = await _receiving(work, operator, command)
    await _refuse_expected(work, ente_id, command.need_id, who.id)
    invitation = BookingInvitation(
        ente_id=ente_id,
        office_id=command.office_id,
        need_id=command.need_id,
        person_id=who.id,
        invited_by_id=operator.operator_id,
        book_by_on=command.book_by_on,
        note=command.note,
        remind_from_on=remind_on(work.today, command.book_by_on),
        created_at=work.now,
    )
    await _see_to_former(work, operator, invitation)
    async with refusing_plainly(work):  # there may be an open one: the page says so beside the need
        work.session.add(invitation)
    await work.record(BookingInvited(ente_id=ente_id, invitation_id=invitation.id, office_id=invitation.office_id))
    return invitation.id


async def _receiving(work: UnitOfWork, operator: Operator, command: InviteToBook) -> UUID:
    """The ente of the office, where people book the need there by themselves."""
    for one in await invitable_places(work, operator):
        if (one.need_id, one.office_id) == (command.need_id, command.office_id):
            return one.ente_id
    raise Invalid({"office_id": _("In questo ufficio il motivo non si prenota dal portale. Scegline un altro.")})


async def _refuse_expected(work: UnitOfWork, ente_id: UUID, need_id: UUID, person_id: UUID) -> None:
    """An invitation that the portal would not let the person follow is none."""
    try:
        async with as_the_program(work, "invite to book"):
            await refuse_hoarding(work, ente_id, need_id, person_id=person_id, email="", phone="")
    except TooManyAppointments as refused:
        raise AlreadyExpected from refused


async def _see_to_former(work: UnitOfWork, operator: Operator, invitation: BookingInvitation) -> None:
    """What the same person was invited to before, in vain, waits no more: it was done about it to invite again."""
    wanted = select(BookingInvitation).where(
        col(BookingInvitation.person_id) == invitation.person_id,
        col(BookingInvitation.need_id) == invitation.need_id,
        col(BookingInvitation.office_id) == invitation.office_id,
        col(BookingInvitation.state) == InvitationState.LAPSED,
    )
    for former in (await work.session.exec(wanted.with_for_update())).all():
        former.close(work.now, operator.operator_id, "")
