"""Lets in whom a provider vouches for: a citizen on the portal, an existing operator in the back office."""

from dataclasses import dataclass
from uuid import UUID

from domain.access.actions.end_session import end_session
from domain.access.actions.sign_in_citizen import sign_in_citizen
from domain.access.actions.sign_in_known_operator import sign_in_known_operator
from domain.access.gateways.identities import Identity
from domain.access.terms import SessionEnd, Site
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class Arrival:
    """Where somebody arrives: the site, its ambito, language and device, the session that this one replaces."""

    site: Site
    ambito_id: UUID
    language: str
    device: str = ""
    former_session_id: UUID | None = None


@dataclass(frozen=True)
class Admitted:
    """The new session's token, and where the person wanted to go."""

    token: str
    return_path: str


async def admit(work: UnitOfWork, identity: Identity, arrival: Arrival) -> str:
    """The token of a new session, in place of the former one. Refuses SignInFailed, NoOfficeToday."""
    if arrival.site is Site.BACKOFFICE:
        token = await sign_in_known_operator(work, identity, device=arrival.device)
    else:
        token = await sign_in_citizen(
            work, identity, ambito_id=arrival.ambito_id, language=arrival.language, device=arrival.device
        )
    if arrival.former_session_id is not None:
        await end_session(work, arrival.former_session_id, SessionEnd.REPLACED)
    return token
