"""Starts a session after somebody has proved who they are."""

import json
from dataclasses import asdict
from datetime import timedelta
from uuid import UUID

from pydantic import BaseModel

from domain.access.gateways.identities import ProviderSession
from domain.access.model.session import Session
from domain.access.rules.secrets import fingerprint, new_token, seal
from domain.access.terms import Site, Way
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork

PROVIDER_SESSION = "provider session"


class StartSession(BaseModel):
    """For whom, a citizen's account or an operator in an office; by which way they came, and who vouched."""

    site: Site
    way: Way
    ente_id: UUID
    account_id: UUID | None = None
    operator_id: UUID | None = None
    office_id: UUID | None = None
    level: int = 2
    device: str = ""
    issuer: str = ""
    provider_session: ProviderSession = ProviderSession()


async def start_session(work: UnitOfWork, command: StartSession) -> str:
    """A new session; returns the token for the browser's cookie, which is kept nowhere else."""
    token, key = new_token(), settings().secret
    provided = command.provider_session
    work.session.add(
        Session(
            **command.model_dump(exclude={"device", "provider_session"}),
            device=command.device[:200],
            provider_session=seal(key, json.dumps(asdict(provided)), PROVIDER_SESSION),
            name_hash=fingerprint(key, provided.name_id) if provided.name_id else "",
            token_hash=fingerprint(key, token),
            proved_at=work.now,
            last_seen_at=work.now,
            expires_at=work.now + timedelta(hours=settings().session_hours),
        )
    )
    return token
