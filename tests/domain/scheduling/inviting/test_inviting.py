"""An office invites people to book; who books is waited for no more, who does not is reminded once and then called."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
import sqlalchemy as sa

from domain.correspondence.actions.letters.set_contact_profile import SetContactProfile, set_contact_profile
from domain.kernel.actor import Actor, System, Visitor
from domain.kernel.clock import as_of
from domain.kernel.refusals import Invalid, NotFound, Refused
from domain.kernel.roles import Role
from domain.platform.database import tell
from domain.platform.work import unit_of_work
from domain.privacy.queries.copies.parts.appointments import copied_appointments
from domain.scheduling.actions.inviting.close_invitation import CloseInvitation, close_invitation
from domain.scheduling.actions.inviting.remind_to_book import RemindToBook, remind_to_book
from domain.scheduling.actions.inviting.withdraw_invitation import WithdrawInvitation, withdraw_invitation
from domain.scheduling.queries.inviting.own_invitations import own_invitations
from domain.scheduling.refusals import (
    AlreadyExpected,
    AlreadyInvited,
    InvitationSettled,
    NotInvitable,
    NotYourDay,
)
from tests.domain.scheduling.inviting.conftest import TODAY, Inviting
from tests.support.given import SYSTEM, a_citizen, a_person, an_operator
from tests.support.personas import DAVIDE
from tests.support.scheduling.appointments import BOOKED_AT, at

Follow = Callable[[], Awaitable[int]]
DAY = timedelta(days=1)


async def test_rosa_reads_until_when_and_never_what_for_and_books_in_time(
    inviting: Inviting, everything_that_follows: Follow
) -> None:
    invitation = await inviting.invite(note="Porta la bolletta")
    await everything_that_follows()
    assert await inviting.letters() == ["appointment_invited"]
    (letter,) = await inviting.office.asked("SELECT * FROM correspondence.letter")
    words = " ".join([letter.subject, *letter.paragraphs, letter.short])
    assert "15 febbraio 2027" in words
    assert not any(secret in words for secret in ("Motivo", "bolletta")), "what for, and the note, stay on the portal"
    rosa = a_citizen(inviting.office.territory, inviting.rosa_id)
    async with unit_of_work(rosa, read_only=True, bind=inviting.office.bind) as work:
        (seen,) = await own_invitations(work, rosa)
    assert (seen.note, seen.book_by_on) == ("Porta la bolletta", TODAY + 14 * DAY)
    assert seen.path.endswith(f"/{inviting.office.territory.office_id}")
    booked = await inviting.office.book(at(3), "Rosa", person_id=inviting.rosa_id)
    await everything_that_follows()
    row = await inviting.row(invitation)
    assert (row.state, row.appointment_id) == ("booked", booked)
    async with unit_of_work(rosa, read_only=True, bind=inviting.office.bind) as work:
        copied = await copied_appointments(work, rosa, "it")
    assert [one.status_label for one in copied["booking_invitations"]] == ["Ha prenotato"]
    assert [one.id for one in copied["appointments"]] == [booked]
    assert await inviting.swept(TODAY + 8 * DAY) == 0
    assert await inviting.swept(TODAY + 20 * DAY) == 0
    assert (await inviting.row(invitation)).state == "booked"


async def test_who_does_not_book_is_reminded_once_then_the_office_hears_of_it_once_a_day(
    inviting: Inviting, everything_that_follows: Follow
) -> None:
    invitation = await inviting.invite()
    async with unit_of_work(SYSTEM, bind=inviting.office.bind) as work:
        davide = await a_person(work, inviting.office.territory, DAVIDE)
    await inviting.invite(person_id=davide)
    await everything_that_follows()
    told = [await inviting.swept(TODAY + days * DAY) for days in (6, 7, 7, 8, 14)]
    assert told == [0, 2, 0, 0, 0]
    assert (await inviting.letters()).count("appointment_invited_still") == 2
    assert (await inviting.row(invitation)).state == "open", "on the last day one can still book"
    for _twice in range(2):
        await inviting.swept(TODAY + 15 * DAY)
    assert (await inviting.row(invitation)).state == "lapsed"
    notices = await inviting.office.asked("SELECT * FROM correspondence.notice WHERE kind = 'invitations_lapsed'")
    assert [one.operator_id for one in notices] == [inviting.operator.operator_id]
    assert "Rosa" not in notices[0].msgid
    await inviting.office.book(at(4), "Rosa", person_id=inviting.rosa_id)
    await everything_that_follows()
    assert (await inviting.row(invitation)).state == "booked", "late is better than never"


async def test_a_worker_killed_between_writing_and_noting_it_has_done_neither(inviting: Inviting) -> None:
    invitation, who = await inviting.invite(), System("tend invitations")
    with as_of(BOOKED_AT + 7 * DAY), pytest.raises(SystemExit):
        async with unit_of_work(who, bind=inviting.office.bind) as work:
            assert await remind_to_book(work, who, RemindToBook(invitation_id=invitation))
            raise SystemExit
    assert await inviting.letters() == []
    assert await inviting.swept(TODAY + 9 * DAY) == 1, "caught up with, some days later"
    assert await inviting.swept(TODAY + 10 * DAY) == 0


async def test_who_was_invited_in_vain_is_invited_again_or_seen_to_with_a_note(inviting: Inviting) -> None:
    first = await inviting.invite(days=2)
    with pytest.raises(AlreadyInvited):
        await inviting.invite()
    await inviting.swept(TODAY + 3 * DAY)
    with pytest.raises(InvitationSettled):
        await inviting.office.do(withdraw_invitation, WithdrawInvitation(invitation_id=first), inviting.operator)
    with as_of(BOOKED_AT + 3 * DAY):
        second = await inviting.invite()
        assert (await inviting.row(first)).state == "closed", "to invite again is to see to it"
        with pytest.raises(Invalid):
            await inviting.office.do(close_invitation, CloseInvitation(invitation_id=second), inviting.operator)
        closing = CloseInvitation(invitation_id=second, note="Ha chiamato: viene la figlia.")
        await inviting.office.do(close_invitation, closing, inviting.operator)
        with pytest.raises(InvitationSettled):
            await inviting.office.do(close_invitation, closing, inviting.operator)
    row = await inviting.row(second)
    assert (row.state, row.closing_note, row.settled_by_id) == ("closed", closing.note, inviting.operator.operator_id)


async def test_what_was_withdrawn_is_not_sent_any_more_and_reminds_nobody(
    inviting: Inviting, everything_that_follows: Follow
) -> None:
    invitation = await inviting.invite()
    await everything_that_follows()
    await inviting.office.do(withdraw_invitation, WithdrawInvitation(invitation_id=invitation), inviting.operator)
    assert await inviting.letters() == [], "the message had not left"
    assert await inviting.swept(TODAY + 7 * DAY) == 0
    rosa = a_citizen(inviting.office.territory, inviting.rosa_id)
    async with unit_of_work(rosa, read_only=True, bind=inviting.office.bind) as work:
        assert await own_invitations(work, rosa) == []


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [({"days": 0}, Invalid), ({"days": 400}, Invalid), ({"office": "neighbour_office_id"}, Invalid)],
    ids=["today", "too far ahead", "an office that does not receive"],
)
async def test_an_invitation_that_could_not_be_followed_is_refused(
    inviting: Inviting, facts: dict[str, object], refusal: type[Refused]
) -> None:
    wanted: dict[str, object] = dict(facts)
    if "office" in wanted:
        wanted["office_id"] = getattr(inviting.office.territory, str(wanted.pop("office")))
    with pytest.raises(refusal):
        await inviting.invite(**wanted)  # pyright: ignore[reportArgumentType]


async def test_who_has_an_appointment_already_is_not_invited(inviting: Inviting) -> None:
    await inviting.office.book(at(3), "Rosa", person_id=inviting.rosa_id)
    with pytest.raises(AlreadyExpected):
        await inviting.invite()


async def test_who_must_be_left_alone_is_neither_invited_nor_reminded(
    inviting: Inviting, everything_that_follows: Follow
) -> None:
    await inviting.invite()
    hiding = SetContactProfile(person_id=inviting.rosa_id, is_hidden=True, why="Ha paura")
    await inviting.office.do(set_contact_profile, hiding, inviting.operator)
    await everything_that_follows()
    assert await inviting.letters() == []
    assert await inviting.swept(TODAY + 7 * DAY) == 0
    with pytest.raises(NotInvitable):
        await inviting.invite(need_id=inviting.office.need_id)


async def test_only_who_receives_people_invites_and_settles(inviting: Inviting) -> None:
    invitation = await inviting.invite()
    territory = inviting.office.territory
    async with unit_of_work(SYSTEM, bind=inviting.office.bind) as work:
        admin = await an_operator(work, territory.office_id, (Role.ENTE_ADMIN,))
        stranger = await an_operator(work, territory.neighbour_office_id, (Role.DESK_OPERATOR,))
    for who, refusal in ((admin, NotYourDay), (stranger, NotFound)):
        with pytest.raises(refusal):
            await inviting.office.do(withdraw_invitation, WithdrawInvitation(invitation_id=invitation), who)


async def test_postgresql_alone_shows_an_invitation_to_its_ente_and_its_person(inviting: Inviting) -> None:
    await inviting.invite()
    territory = inviting.office.territory
    async with unit_of_work(SYSTEM, bind=inviting.office.bind) as work:
        neighbour = await an_operator(work, territory.neighbour_office_id)
        davide = a_citizen(territory, await a_person(work, territory, DAVIDE))
    rosa = a_citizen(territory, inviting.rosa_id)
    guardian = a_citizen(territory, davide.person_id, acts_for=(inviting.rosa_id,))
    for who in (SYSTEM, inviting.operator, rosa, guardian):
        assert await _seen(inviting, who) == 1, who
    for who in (neighbour, davide, Visitor(territory.family)):
        assert await _seen(inviting, who) == 0, who
    assert await _changed(inviting, rosa) == 0, "the person reads"
    assert await _changed(inviting, inviting.operator) == 1


async def _seen(inviting: Inviting, who: Actor) -> int:
    await inviting.office.bind.run_sync(tell, who)  # pyright: ignore[reportAttributeAccessIssue]
    counted = sa.text("SELECT count(*) FROM scheduling.booking_invitation WHERE person_id = :rosa")
    found = await inviting.office.bind.execute(counted, {"rosa": inviting.rosa_id})  # pyright: ignore[reportAttributeAccessIssue]
    return found.scalar_one()


async def _changed(inviting: Inviting, who: Actor) -> int:
    await inviting.office.bind.run_sync(tell, who)  # pyright: ignore[reportAttributeAccessIssue]
    changed = sa.text("UPDATE scheduling.booking_invitation SET note = 'altro' WHERE person_id = :rosa")
    return (await inviting.office.bind.execute(changed, {"rosa": inviting.rosa_id})).rowcount  # pyright: ignore[reportAttributeAccessIssue]
