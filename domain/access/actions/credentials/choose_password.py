"""An operator chooses a password."""

import asyncio
from uuid import UUID

from pydantic import BaseModel, Field

from domain.access.actions.credentials.credential_row import credential_row
from domain.access.actions.credentials.end_other_sessions import end_other_sessions
from domain.access.events import PasswordChosen
from domain.access.gateways.leaked_passwords import is_leaked
from domain.access.rules import passwords
from domain.kernel.refusals import Invalid
from domain.kernel.text import Text, _
from domain.organization.queries.enti import ente
from domain.organization.queries.operators import operator_card
from domain.platform.work import UnitOfWork


class ChoosePassword(BaseModel):
    """Whose, typed twice; ``session_id`` is the session that goes on, every other one ends."""

    operator_id: UUID
    password: str = Field(min_length=1, max_length=1000)
    again: str = Field(min_length=1, max_length=1000)
    session_id: UUID | None = None


async def choose_password(work: UnitOfWork, command: ChoosePassword) -> None:
    """The password from now on. Refuses Invalid beside the field: too short or long, easy to guess, leaked, the old."""
    credential = await credential_row(work, command.operator_id)
    if wrong := await _problem(work, command, credential.password_hash):
        raise Invalid({"password": wrong})
    if passwords.normalised(command.password) != passwords.normalised(command.again):
        raise Invalid({"again": _("Le due password non sono uguali.")})
    credential.take_password(await asyncio.to_thread(passwords.hashed, command.password), work.now)
    await end_other_sessions(work, command.operator_id, command.session_id)
    await work.record(PasswordChosen(ente_id=credential.ente_id, operator_id=command.operator_id))


async def _problem(work: UnitOfWork, command: ChoosePassword, kept: str) -> Text | None:
    card = await operator_card(work, command.operator_id)
    about = (card.given_name, card.family_name, card.email, (await ente(work, card.ente_id)).name)
    if wrong := passwords.problem(command.password, about, is_leaked):
        return wrong
    if kept and await asyncio.to_thread(passwords.matches, kept, command.password):
        return _("Questa è la password di prima. Scegline una nuova.")
    return None
