"""Whether somebody who goes out here may go out at the identity provider too."""

from dataclasses import dataclass

from sqlmodel import col, select

from domain.access.model.session import Session
from domain.access.queries.saml_providers import saml_provider
from domain.access.rules.secrets import fingerprint
from domain.access.terms import Site, Way
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork

WAYS = (Way.SPID, Way.CIE, Way.EIDAS)


@dataclass(frozen=True)
class ProviderSignOut:
    """The provider takes messages of sign-out. ``is_due``: it still knows the person, who must go out there too.

    From level 2 on no session stays at the provider: then it is offered, no more.
    """

    is_due: bool


async def provider_sign_out(work: UnitOfWork, token: str, site: Site) -> ProviderSignOut | None:
    """What can be done for the session of ``token``; None for other ways in and for providers that take nothing."""
    wanted = select(Session).where(
        col(Session.token_hash) == fingerprint(settings().secret, token),
        col(Session.site) == site,
        col(Session.way).in_(WAYS),
        col(Session.name_hash) != "",
    )
    session = (await work.session.exec(wanted)).one_or_none()
    if session is None:
        return None
    provider = await saml_provider(work, session.issuer, session.way)
    return ProviderSignOut(is_due=session.level == 1) if provider and provider.logout else None
