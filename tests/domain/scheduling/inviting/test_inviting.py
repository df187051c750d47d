"""An office invites people to book; who books is waited for no more, who does not is reminded once and then called."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from domain.kernel.actor import System
from domain.kernel.clock import as_of
from domain.kernel.refusals import Invalid
from domain.platform.work import unit_of_work
from domain.privacy.queries.copies.parts.appointments import copied_appointments
from domain.registry.actions.merging.join_records import JoinRecords, join_records
from domain.scheduling.actions.inviting.close_invitation import CloseInvitation, close_invitation
from domain.scheduling.actions.inviting.remind_to_book import RemindToBook, remind_to_book
from domain.scheduling.actions.inviting.withdraw_invitation import WithdrawInvitation, withdraw_invitation
from domain.scheduling.queries.inviting.own_invitations import own_invitations
from domain.scheduling.refusals import (
    AlreadyInvited,
    InvitationSettled,
)
from tests.domain.scheduling.inviting.conftest import TODAY, Inviting
from tests.support.given import SYSTEM, a_citizen, a_person
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


async def test_two_records_of_one_person_are_joined_and_neither_invitation_is_lost(
    inviting: Inviting, everything_that_follows: Follow
) -> None:
    async with unit_of_work(SYSTEM, bind=inviting.office.bind) as work:
        other = await a_person(work, inviting.office.territory, DAVIDE)
    invited = [await inviting.invite(), await inviting.invite(person_id=other)]
    async with unit_of_work(SYSTEM, bind=inviting.office.bind) as work:
        joining = JoinRecords(former_id=other, kept_id=inviting.rosa_id, reason="La stessa persona")
        await join_records(work, SYSTEM, joining)
    booked = await inviting.office.book(at(3), "Rosa", person_id=inviting.rosa_id)
    await everything_that_follows()
    assert [(await inviting.row(one)).appointment_id for one in invited] == [booked, booked]
