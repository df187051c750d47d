"""Starts a session after somebody has proved who they are."""

from datetime import timedelta
from uuid import UUID

from pydantic import BaseModel

from domain.access.model.session import Session
from domain.access.rules.secrets import fingerprint, new_token
from domain.access.terms import Site
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork


class StartSession(BaseModel):
    """For whom: a citizen's account, or an operator in an office."""

    site: Site
    ente_id: UUID
    account_id: UUID | None = None
    operator_id: UUID | None = None
    office_id: UUID | None = None
    level: int = 2
    device: str = ""


async def start_session(work: UnitOfWork, command: StartSession) -> str:
    """A new session; returns the token for the browser's cookie, which is kept nowhere else."""
    token = new_token()
    work.session.add(
        Session(
            **command.model_dump(exclude={"device"}),
            device=command.device[:200],
            token_hash=fingerprint(settings().secret, token),
            last_seen_at=work.now,
            expires_at=work.now + timedelta(hours=settings().session_hours),
        )
    )
    return token
