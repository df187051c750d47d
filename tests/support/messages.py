"""Messages to people, for tests: contacts, letters, and a post office that takes them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email import message_from_bytes
from email.message import Message
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from aiosmtpd.smtp import SMTP
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.correspondence.actions.send_letter import SendLetter, send_letter
from domain.correspondence.terms.occasions import Occasion
from domain.platform.work import unit_of_work
from domain.registry.actions.record_contact import RecordContact, record_contact
from domain.registry.terms import ContactKind
from tests.support.given import SYSTEM


class PostOffice:
    """Takes letters, or refuses them with the answer it is told to give."""

    def __init__(self) -> None:
        self.answer = "250 OK"
        self.letters: list[Message] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        if self.answer.startswith("250"):
            self.letters.append(message_from_bytes(envelope.content))
        return self.answer


@asynccontextmanager
async def a_post_office() -> AsyncIterator[tuple[PostOffice, str]]:
    """A real SMTP server on a free port, and its address for the settings."""
    office = PostOffice()
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(office, hostname="prova"), "127.0.0.1", 0)
    try:
        yield office, f"smtp://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        await server.wait_closed()


async def with_contact(
    connection: AsyncConnection,
    person_id: UUID,
    *,
    email: str | None = None,
    phone: str | None = None,
    belongs_to: str = "",
) -> None:
    """The person can be reached there."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        for kind, value in ((ContactKind.EMAIL, email), (ContactKind.PHONE, phone)):
            if value:
                told = RecordContact(person_id=person_id, kind=kind, value=value, belongs_to=belongs_to)
                await record_contact(work, SYSTEM, told)


async def a_message(
    connection: AsyncConnection,
    ente_id: UUID,
    person_id: UUID,
    occasion: Occasion = Occasion.DECISION_TAKEN,
    **more: Any,
) -> UUID:
    """Something is written to the person, as a reaction would."""
    command = SendLetter(
        key=f"prova:{uuid4()}", ente_id=ente_id, person_id=person_id, language="it", occasion=occasion, **more
    )
    async with unit_of_work(SYSTEM, bind=connection) as work:
        letter_id = await send_letter(work, command)
    assert letter_id is not None
    return letter_id


async def deliveries(connection: AsyncConnection) -> list[Any]:
    """Every delivery there is: channel, status, attempts, id."""
    async with unit_of_work(SYSTEM, read_only=True, bind=connection) as work:
        found = await (await work.session.connection()).execute(
            sa.text("SELECT id, channel, status, attempts FROM correspondence.delivery ORDER BY channel")
        )
        return list(found.mappings().all())
