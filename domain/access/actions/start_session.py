"""Starts a session after somebody has proved who they are."""

import json
from dataclasses import asdict
from datetime import timedelta
from uuid import UUID

from pydantic import BaseModel

from domain.access.actions.sessions.note_sign_in import NoteSignIn, note_sign_in
from domain.access.gateways.identities import ProviderSession
from domain.access.gateways.provider_sessions import PROVIDER_SESSION
from domain.access.model.session import Session
from domain.access.rules.secrets import fingerprint, new_token, seal
from domain.access.terms import SignInOutcome, Site, Way
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork


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
    if command.site is Site.BACKOFFICE:
        facts = command.model_dump(include={"way", "operator_id", "ente_id", "office_id", "device"})
        await note_sign_in(work, NoteSignIn(outcome=SignInOutcome.SIGNED_IN, **facts))
    return token
