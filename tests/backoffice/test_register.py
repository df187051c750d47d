"""The register of transactions is searched and opened by who is named for it, with a reason, and never unseen."""

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.backoffice.conftest import Office
from tests.backoffice.test_every_page import names_of
from tests.domain.access.register.book import ISSUER, Book, an_entry
from tests.support.given import SYSTEM
from tests.support.html import Browser, Page
from tests.support.personas import ROSA
from tests.support.questions import Questions
from tests.support.rules.pseudo_locale import letters_outside_brackets, speak_pseudo

REASON = "Segnalazione 12 del 2026"
SECRETS = (ROSA.codice_fiscale, "_transient-1")


async def a_book(office: Office) -> Book:
    """Three messages of two sign-ins on the portal of the ambito."""
    book, ente_id = Book(office.connection), office.territory.ambito_id
    refused = an_entry(2, ente_id=ente_id, subject="", codice_fiscale="", is_success=False)
    await book.write(an_entry(1, ente_id=ente_id), refused)
    return book


async def the_auditor(office: Office) -> Browser:
    return await office.at_work(Role.AUDITOR, office_id=office.territory.ambito_office_id)


async def found(browser: Browser, **typed: str) -> Page:
    page = await browser.open("/registro")
    return await browser.send(page.form("Cerca nel registro").fill({"reason": REASON, **typed}))


async def notes(office: Office) -> list[Any]:
    """What is written down of searches and openings."""
    async with unit_of_work(SYSTEM, read_only=True, bind=office.connection) as work:
        wanted = sa.text("SELECT * FROM access.register_access ORDER BY created_at")
        return list((await (await work.session.connection()).execute(wanted)).all())


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.AUDITOR])
async def test_no_other_role_sees_the_register(office: Office, role: Role) -> None:
    browser = await office.at_work(role, office_id=office.territory.ambito_office_id)
    assert (await browser.open("/registro")).status == 403
    assert "Registro degli accessi" not in (await browser.open("/aiuto")).answer.text


@pytest.mark.parametrize(
    "typed",
    [
        {"codice_fiscale": ROSA.codice_fiscale.lower()},
        {"subject": "_transient-1"},
        {"request_id": "_request-1"},
        {"response_id": "_response-1"},
        {"assertion_id": "_assertion-1"},
        {"request_id": " _request-1 ", "issuer": ISSUER, "way": "spid", "step": "authn_response"},
    ],
)
async def test_a_sign_in_is_found_by_what_is_known_of_it(office: Office, typed: dict[str, str]) -> None:
    await a_book(office)
    page = await found(await the_auditor(office), **typed)
    assert page.heading == "Messaggi trovati 1"
    assert "_request-1" in page.text
    assert not any(secret in str(page.answer.url) + page.text for secret in SECRETS)


@pytest.mark.parametrize(
    "typed",
    [
        {"codice_fiscale": "VRDLGI80A01H501U"},
        {"request_id": "_request"},
        {"way": "cie"},
        {"ends_at": "2020-01-01T00:00"},
        {"starts_at": "2099-01-01T00:00"},
    ],
)
async def test_what_does_not_fit_is_not_found(office: Office, typed: dict[str, str]) -> None:
    await a_book(office)
    assert "Nessun messaggio trovato" in (await found(await the_auditor(office), **typed)).text


async def test_a_search_is_written_down_without_naming_anybody(office: Office) -> None:
    await a_book(office)
    await found(await the_auditor(office), codice_fiscale=ROSA.codice_fiscale, subject="_transient-1")
    (note,) = await notes(office)
    assert note.reason == REASON
    assert set(note.criteria) == {"person_hash", "subject_hash"}
    assert not any(secret in str(note) for secret in SECRETS)


async def test_without_a_reason_nothing_is_searched_and_nothing_typed_is_lost(office: Office) -> None:
    browser = await the_auditor(office)
    page = await found(browser, reason="", request_id="_request-1")
    assert page.status == 422
    assert page.labelled("Codice della richiesta")["value"] == "_request-1"
    assert await notes(office) == []


async def test_a_message_opens_after_a_reason_and_the_opening_is_written_down(office: Office) -> None:
    await a_book(office)
    browser = await the_auditor(office)
    results = await found(browser, request_id="_request-1")
    asking = await browser.open(results.link("Risposta all'accesso"))
    assert ROSA.codice_fiscale not in asking.text
    refused = await browser.send(asking.form("Apri il messaggio").fill({"reason": "boh"}))
    assert refused.status == 422
    opened = await browser.send(asking.form("Apri il messaggio").fill({"reason": REASON}))
    assert f"<Response number='1'>{ROSA.codice_fiscale}</Response>" in opened.text
    assert "no-store" in opened.answer.headers["cache-control"]
    assert [note.record_id is not None for note in await notes(office)] == [False, True]


async def test_a_search_and_an_opening_are_nobody_elses(office: Office) -> None:
    await a_book(office)
    browser, other = await the_auditor(office), await the_auditor(office)
    results = await found(browser, request_id="_request-1")
    asking = await browser.open(results.link("Risposta all'accesso"))
    opened = await browser.send(asking.form("Apri il messaggio").fill({"reason": REASON}))
    for path in (results.path, opened.path):
        assert (await browser.open(path)).status == 200
        assert (await other.open(path)).status == 404


async def test_neither_lasts(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    await a_book(office)
    browser = await the_auditor(office)
    results = await found(browser, request_id="_request-1")
    asking = await browser.open(results.link("Risposta all'accesso"))
    opened = await browser.send(asking.form("Apri il messaggio").fill({"reason": REASON}))
    monkeypatch.setattr("domain.access.queries.register.register_search.OPENING_LIFE", timedelta(0))
    assert (await browser.open(opened.path)).status == 404
    assert (await browser.open(results.path)).status == 200
    monkeypatch.setattr("domain.access.queries.register.register_search.SEARCH_LIFE", timedelta(0))
    assert (await browser.open(results.path)).status == 404


async def test_an_auditor_of_another_ente_finds_and_opens_nothing(office: Office) -> None:
    book = await a_book(office)
    (record_id, *_others) = await book.ids()
    neighbour = await office.at_work(Role.AUDITOR, office_id=office.territory.neighbour_office_id)
    assert "Nessun messaggio trovato" in (await found(neighbour, request_id="_request-1")).text
    asking = await neighbour.open(f"/registro/messaggi/{record_id}/apertura")
    assert (await neighbour.send(asking.form("Apri il messaggio").fill({"reason": REASON}))).status == 404


async def test_a_long_answer_comes_in_pages(office: Office) -> None:
    book, ente_id = Book(office.connection), office.territory.ambito_id
    await book.write(*(an_entry(number, ente_id=ente_id) for number in range(30)))
    browser = await the_auditor(office)
    first = await found(browser, codice_fiscale=ROSA.codice_fiscale)
    assert first.heading == "Messaggi trovati 30"
    second = await browser.open(first.link("Pagina successiva"))
    shown = {one for page in (first, second) for one in page.text.split() if one.startswith("_request-")}
    assert len(shown) == 30


async def the_pages(office: Office, browser: Browser) -> list[Page]:
    """The answers of a search, the question why, the message."""
    await a_book(office)
    results = await found(browser, request_id="_request-1")
    asking = await browser.open(results.link("Risposta all'accesso"))
    return [results, asking, await browser.send(asking.form("Apri il messaggio").fill({"reason": REASON}))]


async def test_the_pages_of_the_register_ask_a_fixed_number_of_times(office: Office, questions: Questions) -> None:
    browser = await the_auditor(office)
    for page, at_most in zip(await the_pages(office, browser), (12, 9, 11), strict=True):
        with questions(at_most=at_most):
            assert (await browser.open(page.path)).status == 200


async def test_every_word_of_the_register_is_translatable(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = await the_auditor(office)
    pages = await the_pages(office, browser)
    known = [*await names_of(office), ROSA.codice_fiscale, ISSUER, REASON, "_request-1", "_response-1", "_assertion-1"]
    instants = ["T10:00:00Z", "T10:00:07Z", "<Response number='1'>", "</Response>"]
    speak_pseudo(monkeypatch)
    for page in pages:
        shown = await browser.open(page.path)
        assert letters_outside_brackets(shown.answer.text, [*known, *instants]) == []
