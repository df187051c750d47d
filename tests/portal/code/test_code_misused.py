"""One-time codes tried by the wrong people, too often or too late."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from domain.correspondence.actions import deliver_code
from domain.correspondence.gateways.message import Mail
from domain.kernel.clock import as_of, utcnow
from domain.platform.settings import settings
from tests.portal.code.visits import LOW, asked, came_in, known, typed
from tests.portal.conftest import Follow, Portal
from tests.support.desk import EMAIL, Messages, recognised
from tests.support.html import Browser
from tests.support.personas import ROSA


async def test_the_slip_must_be_used_within_48_hours(
    portal: Portal, everything_that_follows: Follow, messages: Messages
) -> None:
    await known(portal)
    with as_of(utcnow() + timedelta(hours=49)):
        await asked(portal.browser())
        await everything_that_follows()
    assert messages.mails == []


async def test_a_code_ends_after_ten_minutes(
    portal: Portal, everything_that_follows: Follow, messages: Messages
) -> None:
    number, browser = await known(portal), portal.browser()
    await asked(browser)
    await everything_that_follows()
    with as_of(utcnow() + timedelta(minutes=11)):
        assert "non vale più" in (await typed(browser, messages.code, number)).text


async def test_a_code_counts_only_in_the_browser_that_asked_for_it(
    portal: Portal, everything_that_follows: Follow, messages: Messages
) -> None:
    number = await known(portal)
    await asked(portal.browser())
    await everything_that_follows()
    assert "non vale più" in (await typed(portal.browser(), messages.code, number)).text


async def test_after_five_tries_the_right_code_is_refused_too(
    portal: Portal, everything_that_follows: Follow, messages: Messages
) -> None:
    number, browser = await known(portal), portal.browser()
    await asked(browser)
    await everything_that_follows()
    wrong = f"{(int(messages.code) + 1) % 10**6:06d}"
    for _ in range(5):
        assert "non è giusto" in (await typed(browser, wrong, number)).text
    assert (await typed(browser, messages.code, number)).status == 422
    assert (await browser.open(LOW)).path == "/accedi"


async def test_nobody_learns_whether_a_contact_is_known(
    portal: Portal, everything_that_follows: Follow, messages: Messages
) -> None:
    await known(portal)
    await everything_that_follows()
    answers = []
    for contact in (EMAIL, "nessuno@prova.example"):
        browser = portal.browser()
        page = await asked(browser, contact)
        ran = await everything_that_follows()
        wrong = await typed(browser, "abc")
        answers.append((page.status, page.path, page.text, ran, wrong.status, wrong.text))
    assert answers[0] == answers[1]
    assert [mail.recipient for mail in messages.mails] == [EMAIL]


async def test_who_asks_too_often_waits(portal: Portal, messages: Messages) -> None:
    browser = portal.browser()
    for _ in range(5):
        assert (await asked(browser)).path == "/accedi/codice/conferma"
    assert "troppi tentativi" in (await asked(portal.browser())).text


async def test_what_is_kept_holds_neither_code_nor_contact(
    portal: Portal, everything_that_follows: Follow, messages: Messages
) -> None:
    await known(portal)
    await asked(portal.browser())
    await everything_that_follows()
    rows = await portal.connection.execute(sa.text("SELECT row_to_json(c)::text FROM access.sign_in_code c"))
    [kept] = rows.scalars().all()
    assert EMAIL not in kept
    assert messages.code not in kept


@pytest.mark.parametrize("contact", ["", "ciao", "333", "uno@due", "12@34@56.it x"])
async def test_what_cannot_be_a_contact_is_said_at_once(visitor: Browser, contact: str) -> None:
    page = await asked(visitor, contact)
    assert page.status == 422
    assert page.one("#contact")["aria-invalid"] == "true"


async def test_a_new_recognition_ends_the_contacts_it_does_not_name(
    portal: Portal, everything_that_follows: Follow, messages: Messages
) -> None:
    person_id = await portal.person(ROSA)
    await recognised(portal.connection, portal.territory, person_id)
    await recognised(portal.connection, portal.territory, person_id, email="nuova@prova.example")
    await asked(portal.browser())
    await everything_that_follows()
    assert messages.mails == []


async def test_an_idle_session_of_a_code_saves_nothing(
    portal: Portal, everything_that_follows: Follow, messages: Messages
) -> None:
    browser = await came_in(portal, everything_that_follows, messages)
    with as_of(utcnow() + timedelta(minutes=settings().session_idle_minutes + 1)):
        assert (await browser.open(LOW)).path == "/accedi"


async def test_a_message_that_does_not_leave_now_is_tried_again_and_given_up(
    portal: Portal, everything_that_follows: Follow, messages: Messages, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    async def closed(mail: Mail, _url: str) -> None:
        tried.append(mail.key)
        raise deliver_code.smtp.NotNow

    monkeypatch.setattr(deliver_code.smtp, "send", closed)
    await known(portal)
    await asked(portal.browser())
    await everything_that_follows()
    assert len(tried) == 1 + len(deliver_code.PAUSES)
    assert len(set(tried)) == 1
