"""Lets in an operator for whom SPID or CIE vouches: only one who exists already, never a new one."""

from domain.access.actions.start_session import StartSession, start_session
from domain.access.gateways.identities import Identity, Level
from domain.access.refusals import NoOfficeToday, sign_in_failed
from domain.access.terms import Site
from domain.organization.queries.operators import operator_by_codice_fiscale
from domain.organization.queries.roles_today import offices_and_roles
from domain.platform.work import UnitOfWork


async def sign_in_known_operator(work: UnitOfWork, identity: Identity, *, device: str) -> str:
    """Returns the token of the new session in the back office.

    Refuses SignInFailed below level 2 and for people who are no enabled operator; NoOfficeToday.
    """
    if identity.level < Level.TWO:
        raise sign_in_failed("level_too_low")
    operator = await operator_by_codice_fiscale(work, identity.codice_fiscale) if identity.codice_fiscale else None
    if operator is None or not operator.is_enabled:
        raise sign_in_failed("not_an_operator")
    offices = await offices_and_roles(work, operator.id, work.today)
    if not offices:
        raise NoOfficeToday
    return await start_session(
        work,
        StartSession(
            site=Site.BACKOFFICE,
            way=identity.way,
            ente_id=offices[0].ente_id,
            operator_id=operator.id,
            office_id=offices[0].office_id,
            level=int(identity.level),
            device=device,
            issuer=identity.issuer,
            provider_session=identity.session,
        ),
    )
