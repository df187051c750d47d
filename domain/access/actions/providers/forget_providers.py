"""Forgets what we know of providers, so that everything is asked anew."""

import sqlalchemy as sa
from sqlmodel import col

from domain.access.model.own_statement import OwnStatement
from domain.access.model.provider import IdentityProvider
from domain.platform.work import UnitOfWork


async def forget_providers(work: UnitOfWork) -> int:
    """Forget every provider and what the federation says of us, and ask again; says how many. For the System.

    Until the worker has asked, nobody can come in by SPID or CIE. Who is blocked stays blocked.
    """
    known = sa.delete(IdentityProvider).where(col(IdentityProvider.is_blocked).is_(False))
    gone = (await work.session.exec(known.returning(col(IdentityProvider.id)))).all()
    await work.session.exec(sa.delete(OwnStatement))
    for job in ("refresh_saml_registry", "renew_federation"):
        await work.defer(job)
    return len(gone)
