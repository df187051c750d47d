"""Writes down what happened to an operator's access: no password, no name as typed, no address as it is."""

from uuid import UUID

from pydantic import BaseModel

from domain.access.model.sign_in_log import OperatorSignIn
from domain.access.rules.secrets import fingerprint
from domain.access.terms import SignInOutcome, Way
from domain.organization.queries.operators import operator_by_email
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork


class NoteSignIn(BaseModel):
    """What happened, to whom. ``name`` is the e-mail as typed, where nothing else says who it was."""

    outcome: SignInOutcome
    way: Way | None = None
    operator_id: UUID | None = None
    ente_id: UUID | None = None
    office_id: UUID | None = None
    by_operator_id: UUID | None = None
    name: str = ""
    address: str = ""
    device: str = ""


async def note_sign_in(work: UnitOfWork, command: NoteSignIn) -> None:
    """One more line of the journal, which nobody changes. For the System, or an administrator of the ente."""
    key, name = settings().secret, command.name.strip().lower() if command.name.isprintable() else ""
    known = await operator_by_email(work, name) if name and command.operator_id is None else None
    work.session.add(
        OperatorSignIn(
            **command.model_dump(include={"outcome", "way", "office_id", "by_operator_id"}),
            created_at=work.now,
            operator_id=known.id if known else command.operator_id,
            ente_id=known.ente_id if known else command.ente_id,
            name_hash=fingerprint(key, f"account {name}") if name else "",
            address_hash=fingerprint(key, f"address {command.address}") if command.address else "",
            device=command.device[:200],
        )
    )
