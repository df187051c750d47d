"""Letters: written once for an occasion, delivered by a real SMTP server, tried again, given up."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from email import message_from_bytes
from email.message import Message
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from aiosmtpd.smtp import SMTP
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.correspondence.actions import deliver_letter as delivering
from domain.correspondence.actions.deliver_letter import deliver_letter
from domain.correspondence.actions.send_letter import SendLetter, send_letter
from domain.correspondence.terms import LetterStatus
from domain.documents.actions.file_act import FileAct, file_act
from domain.documents.actions.keep_act import keep_act
from domain.documents.terms import DocumentKind
from domain.kernel.text import _
from domain.platform.settings import settings
from domain.platform.work import unit_of_work
from tests.support.given import SYSTEM, Territory, a_person, a_territory

Follow = Callable[[], Awaitable[int]]


class PostOffice:
    """Takes letters, or refuses them with the answer it is told to give."""

    def __init__(self) -> None:
        self.answer = "250 OK"
        self.letters: list[Message] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        if self.answer.startswith("250"):
            self.letters.append(message_from_bytes(envelope.content))
        return self.answer


@pytest.fixture
async def post_office(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[PostOffice]:
    """A post office on a free port, and the settings that name it."""
    office = PostOffice()
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(office, hostname="prova"), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    chosen = settings().model_copy(update={"smtp_url": f"smtp://127.0.0.1:{port}", "mail_from": "no@prova.example"})
    monkeypatch.setattr(delivering, "settings", lambda: chosen)
    yield office
    server.close()
    await server.wait_closed()


async def _scene(connection: AsyncConnection, email: str | None = "rosa@prova.example") -> tuple[Territory, UUID]:
    async with unit_of_work(SYSTEM, bind=connection) as work:
        territory = await a_territory(work)
        person_id = await a_person(work, territory)
        if email:
            await (await work.session.connection()).execute(
                sa.text(
                    "INSERT INTO registry.fact (id, created_at, ente_id, person_id, kind, key, value, held_during,"
                    " known_during, source, reason, dropped_reason) VALUES (gen_random_uuid(), now(), :ente, :person,"
                    " 'contact', CAST(:email AS text), jsonb_build_object('channel', 'email', 'value',"
                    " CAST(:email AS text), 'belongs_to', '', 'is_preferred', true), daterange(NULL, NULL),"
                    " tstzrange(now(), NULL), 'person', '', '')"
                ),
                {"ente": territory.comune_id, "person": person_id, "email": email},
            )
    return territory, person_id


def _letter(territory: Territory, person_id: UUID, document_id: UUID | None = None) -> SendLetter:
    return SendLetter(
        key=f"test:{person_id}",
        ente_id=territory.comune_id,
        person_id=person_id,
        language="it",
        subject=_("C'è una novità sulla tua domanda"),
        paragraphs=(_("Ciao è perché."), _("Seconda riga.")),
        document_id=document_id,
    )


async def _status(connection: AsyncConnection) -> Any:
    async with unit_of_work(SYSTEM, read_only=True, bind=connection) as work:
        found = await (await work.session.connection()).execute(
            sa.text(
                "SELECT letter.status, coalesce(attempts, 0) AS attempts, delivery.id AS delivery_id"
                " FROM correspondence.letter LEFT JOIN correspondence.delivery ON letter_id = letter.id"
            )
        )
        return SimpleNamespace(**found.mappings().one())


async def test_a_letter_goes_out_once_with_its_enclosure(
    connection: AsyncConnection, post_office: PostOffice, everything_that_follows: Follow
) -> None:
    territory, person_id = await _scene(connection)
    stored = await keep_act(b"%PDF-1.7 prova")
    async with unit_of_work(SYSTEM, bind=connection) as work:
        document = await file_act(
            work,
            FileAct(
                ente_id=territory.comune_id,
                person_id=person_id,
                kind=DocumentKind.RECEIPT,
                title="Ricevuta",
                file_name="ricevuta.pdf",
                address=stored.address,
                size=stored.size,
                sha256=stored.sha256,
            ),
        )
        letter_id = await send_letter(work, _letter(territory, person_id, document.id))
        assert await send_letter(work, _letter(territory, person_id)) is None
    await everything_that_follows()
    await deliver_letter(str((await _status(connection)).delivery_id), bind=connection)
    [letter] = post_office.letters
    assert letter["Message-ID"] == f"<letter.{letter_id}@prova.example>"
    assert letter["To"] == "rosa@prova.example"
    words, enclosure = letter.get_payload()  # pyright: ignore[reportAssignmentType]
    assert "Ciao è perché." in words.get_payload(decode=True).decode()  # pyright: ignore
    assert enclosure.get_payload(decode=True) == b"%PDF-1.7 prova"  # pyright: ignore
    assert (await _status(connection)).status == LetterStatus.SENT


async def test_without_an_address_the_letter_waits_in_the_personal_area(
    connection: AsyncConnection, post_office: PostOffice, everything_that_follows: Follow
) -> None:
    territory, person_id = await _scene(connection, email=None)
    async with unit_of_work(SYSTEM, bind=connection) as work:
        await send_letter(work, _letter(territory, person_id))
    await everything_that_follows()
    assert post_office.letters == []
    assert (await _status(connection)).status == LetterStatus.UNDELIVERABLE


@pytest.mark.parametrize("answer, attempts", [("451 Try later", 10), ("550 No such person", 1)])
async def test_a_letter_is_tried_again_or_given_up(
    connection: AsyncConnection, post_office: PostOffice, everything_that_follows: Follow, answer: str, attempts: int
) -> None:
    territory, person_id = await _scene(connection)
    post_office.answer = answer
    async with unit_of_work(SYSTEM, bind=connection) as work:
        await send_letter(work, _letter(territory, person_id))
    await everything_that_follows()
    found = await _status(connection)
    assert (found.status, found.attempts) == (LetterStatus.FAILED, attempts)


async def test_a_broken_address_is_given_up_at_once(
    connection: AsyncConnection, post_office: PostOffice, everything_that_follows: Follow
) -> None:
    territory, person_id = await _scene(connection, email="rosa\nBcc: altri@prova.example")
    async with unit_of_work(SYSTEM, bind=connection) as work:
        await send_letter(work, _letter(territory, person_id))
    await everything_that_follows()
    assert (await _status(connection)).status == LetterStatus.FAILED
    assert post_office.letters == []


async def test_without_a_post_office_the_letter_waits(
    connection: AsyncConnection, everything_that_follows: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivering, "settings", lambda: settings().model_copy(update={"smtp_url": ""}))
    territory, person_id = await _scene(connection)
    async with unit_of_work(SYSTEM, bind=connection) as work:
        await send_letter(work, _letter(territory, person_id))
    await everything_that_follows()
    found = await _status(connection)
    assert (found.status, found.attempts) == (LetterStatus.QUEUED, 0)


async def test_a_post_office_that_does_not_answer_is_tried_again(
    connection: AsyncConnection, everything_that_follows: Follow, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = settings().model_copy(update={"smtp_url": "smtp://127.0.0.1:1"})
    monkeypatch.setattr(delivering, "settings", lambda: closed)
    territory, person_id = await _scene(connection)
    async with unit_of_work(SYSTEM, bind=connection) as work:
        await send_letter(work, _letter(territory, person_id))
    await deliver_letter(str((await _status(connection)).delivery_id), bind=connection)
    found = await _status(connection)
    assert (found.status, found.attempts) == (LetterStatus.QUEUED, 1)
