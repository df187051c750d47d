"""The e-mails between offices: a link and a number of days in the ente's own words, and nothing about anybody."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import ProgrammingError

from domain.correspondence.actions import write_to_office as writing
from domain.correspondence.actions.write_to_office import WriteToOffice
from domain.correspondence.gateways import smtp
from domain.kernel.clock import utcnow
from domain.kernel.refusals import Invalid
from domain.kernel.roles import Role
from domain.platform.database import tell
from domain.platform.work import unit_of_work
from domain.reception.actions.desks.write_message_text import WriteMessageText, write_message_text
from domain.reception.actions.referrals.accept_sheet import accept_sheet
from domain.reception.actions.referrals.return_sheet import ReturnSheet, return_sheet
from domain.reception.actions.referrals.send_sheet import SendSheet, send_sheet
from domain.reception.queries.desks.message_texts import message_texts
from domain.reception.refusals import NotTheEnteAdmin
from domain.reception.rules.message_texts import filled, paragraphs, unknown_blanks
from domain.reception.terms.passing_on import ReferralStatus
from tests.domain.reception.conftest import Desk
from tests.support.desk import Messages, messages_caught
from tests.support.given import SYSTEM
from tests.support.personas import ROSA

Follow = Callable[[], Awaitable[int]]
WORDS = "{ente}: scheda di {giorni} giorni fa.\n\n{link}"


@pytest.fixture
def messages(monkeypatch: pytest.MonkeyPatch) -> Messages:
    """What leaves."""
    return messages_caught(monkeypatch)


async def with_email(desk: Desk, office_id: UUID, address: str) -> None:
    async with unit_of_work(SYSTEM, bind=desk.connection) as work:
        raw = await work.session.connection()
        changed = sa.text("UPDATE organization.office SET email = :address WHERE id = :id")
        await raw.execute(changed, {"address": address, "id": office_id})


async def sent(desk: Desk, follow: Follow) -> UUID:
    """Rosa's sheet of four days ago, sent to the other office."""
    sheet_id = await desk.complete(await desk.person())
    async with unit_of_work(desk.operator, bind=desk.connection) as work:
        older = sa.text("UPDATE reception.contact_sheet SET contact_on = contact_on - 4")
        await (await work.session.connection()).execute(older)
        command = SendSheet(sheet_id=sheet_id, to_office_id=desk.other_office_id, reason="Rosa abita lì")
        referral_id = await send_sheet(work, desk.operator, command)
    await follow()
    return referral_id


async def test_the_other_office_reads_a_link_and_the_days_and_nobodys_name(
    desk: Desk, messages: Messages, everything_that_follows: Follow
) -> None:
    await with_email(desk, desk.other_office_id, "altrove@prova.example")
    await sent(desk, everything_that_follows)
    (mail,) = messages.mails
    whole = " ".join((mail.subject, *mail.paragraphs))
    assert mail.recipient == "altrove@prova.example"
    assert "4 giorni fa" in whole
    assert "/accoglienza/schede/" in whole
    for secret in (*ROSA.full_name.split(), ROSA.codice_fiscale, "abita"):
        assert secret not in whole


@pytest.mark.parametrize("answer", ["accepted", "returned"])
async def test_the_sender_reads_what_became_of_it(
    desk: Desk, messages: Messages, everything_that_follows: Follow, answer: str
) -> None:
    await with_email(desk, desk.operator.office_id, "banco@prova.example")
    referral_id = await sent(desk, everything_that_follows)
    assert not messages.mails
    there = await desk.as_role(Role.DESK_OPERATOR, office_id=desk.other_office_id)
    async with unit_of_work(there, bind=desk.connection) as work:
        if answer == "accepted":
            await accept_sheet(work, there, referral_id)
        else:
            await return_sheet(work, there, ReturnSheet(referral_id=referral_id, answer="Non è di qui"))
    await everything_that_follows()
    (mail,) = messages.mails
    assert mail.recipient == "banco@prova.example"
    assert "0 giorni" in " ".join(mail.paragraphs)
    assert "Non è di qui" not in " ".join(mail.paragraphs)


async def test_offices_without_an_address_are_passed_over(
    desk: Desk, messages: Messages, everything_that_follows: Follow
) -> None:
    await with_email(desk, desk.other_office_id, "")
    await sent(desk, everything_that_follows)
    assert not messages.mails


async def write(desk: Desk, role: Role, **facts: Any) -> int:
    who = await desk.as_role(role)
    async with unit_of_work(who, bind=desk.connection) as work:
        given = {"news": ReferralStatus.SENT, "subject": "Una scheda", "body": WORDS} | facts
        return await write_message_text(work, who, WriteMessageText(**given))


async def test_an_ente_writes_its_own_words_in_versions(
    desk: Desk, messages: Messages, everything_that_follows: Follow
) -> None:
    assert await write(desk, Role.ENTE_ADMIN) == await write(desk, Role.ENTE_ADMIN) == 1
    assert await write(desk, Role.ENTE_ADMIN, subject="Una scheda per voi") == 2
    async with unit_of_work(desk.operator, read_only=True, bind=desk.connection) as work:
        texts = await message_texts(work, desk.operator.ente_id)
        assert (texts[ReferralStatus.SENT].number, texts[ReferralStatus.RETURNED].number) == (2, 0)
        assert (await message_texts(work, desk.territory.ambito_id))[ReferralStatus.SENT].number == 0
    await with_email(desk, desk.other_office_id, "altrove@prova.example")
    await sent(desk, everything_that_follows)
    assert messages.mails[0].subject == "Una scheda per voi"
    assert messages.mails[0].paragraphs[0].endswith("scheda di 4 giorni fa.")


async def test_only_an_administrator_writes_and_only_with_a_link(desk: Desk) -> None:
    with pytest.raises(NotTheEnteAdmin):
        await write(desk, Role.OFFICE_HEAD)
    for wrong in ({"body": "Senza indirizzo"}, {"body": "{link} {nome}"}, {"subject": "Di {nome}"}, {"body": "{link"}):
        with pytest.raises(Invalid):
            await write(desk, Role.ENTE_ADMIN, **wrong)


async def test_a_written_text_is_not_rewritten(desk: Desk) -> None:
    await write(desk, Role.ENTE_ADMIN)
    await desk.connection.run_sync(tell, SYSTEM)
    for statement in ("UPDATE reception.message_text SET body = ''", "DELETE FROM reception.message_text"):
        with pytest.raises(ProgrammingError, match="permission denied"):
            async with desk.connection.begin_nested():
                await desk.connection.execute(sa.text(statement))


async def test_what_the_server_does_not_take_now_is_tried_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    messages_caught(monkeypatch)

    async def refuse(*_mail: object) -> None:
        raise smtp.NotNow

    monkeypatch.setattr(writing.smtp, "send", refuse)
    await with_email(desk, desk.other_office_id, "altrove@prova.example")
    letter = {"key": "k", "office_id": desk.other_office_id, "subject": "Prova", "paragraphs": ("Prova",)}

    async def waiting(attempt: int) -> int:
        await writing.write_to_office(
            WriteToOffice(**letter, written_at=utcnow(), attempt=attempt), bind=desk.connection
        )
        found = await desk.connection.execute(sa.text("SELECT count(*) FROM jobs.queue"))
        return found.scalar_one()

    before = await waiting(writing.MOST_ATTEMPTS)
    assert await waiting(0) == before + 1
    assert await waiting(writing.MOST_ATTEMPTS - 1) == before + 1


def test_blanks_are_filled_once_and_unknown_ones_are_named() -> None:
    assert filled("{giorni} {ente} {altro}", {"giorni": "3", "ente": "{giorni}"}) == "3 {giorni} {altro}"
    assert unknown_blanks("{link} {nome} {") == ["nome", "{"]
    assert paragraphs("uno\r\n\r\n due \n\n\n") == ("uno", "due")
