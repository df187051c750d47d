"""Who a session's token belongs to, now."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.access.model.account import Account
from domain.access.model.session import Session
from domain.access.queries.credentials.session_proof import FRESH_FOR
from domain.access.queries.mandates_in_force import mandates_in_force
from domain.access.rules.secrets import fingerprint
from domain.access.terms import Site
from domain.kernel.actor import Citizen, Operator, System
from domain.organization.queries.enti import family_of, reach_of
from domain.organization.queries.operators import operator_names
from domain.organization.queries.roles_today import offices_and_roles
from domain.platform.settings import settings
from domain.platform.work import Bind, UnitOfWork, unit_of_work
from domain.registry.queries.names import names
from domain.registry.queries.people_represented_by import people_represented_by

TOUCH_EVERY = timedelta(minutes=1)
FULL_LEVEL = 2
"""Below it somebody is in with a one-time code: for steps of low risk."""


@dataclass(frozen=True)
class FoundSession:
    """A session that lives; or one that has just ended of age (``is_expired``), which may only save.

    ``level`` is how strongly the person proved who they are; one of level 1 (one-time code) knows only oneself.
    ``is_proved_lately``: within five minutes, as dangerous things in the back office ask.
    """

    session_id: UUID
    actor: Citizen | Operator
    name: str
    office: str
    language: str | None
    expires_in: int
    is_expired: bool
    level: int = 2
    is_proved_lately: bool = False


async def session_actor(
    token: str, site: Site, *, keeps_alive: bool = True, bind: Bind | None = None
) -> FoundSession | None:
    """The session of ``token`` on ``site``; None when there is none, it was ended, or it is past its last hour.

    An operator whose roles have ended today has none either. What a page asks by itself, while nobody does anything,
    does not keep it alive.
    """
    async with unit_of_work(System("session"), read_only=True, bind=bind) as work:
        wanted = select(Session).where(
            col(Session.token_hash) == fingerprint(settings().secret, token),
            col(Session.site) == site,
            col(Session.ended_at).is_(None),
            col(Session.expires_at) > work.now,
        )
        session = (await work.session.exec(wanted)).one_or_none()
        if session is None:
            return None
        found = await (_citizen(work, session) if site is Site.PORTAL else _operator(work, session))
        session_id = session.id  # the row is not readable once the transaction is over
        is_awake = keeps_alive and found is not None and not found.is_expired
        needs_touch = is_awake and work.now - session.last_seen_at > TOUCH_EVERY
    if needs_touch:
        await _touch(session_id, bind)
    return found


def _left(work: UnitOfWork, session: Session, idle_minutes: int) -> int:
    idle_until = session.last_seen_at + timedelta(minutes=idle_minutes)
    return int((min(idle_until, session.expires_at) - work.now).total_seconds())


async def _citizen(work: UnitOfWork, session: Session) -> FoundSession | None:
    account = await work.session.get_one(Account, session.account_id)
    person = (await names(work, [account.person_id]))[account.person_id]
    left = _left(work, session, settings().session_idle_minutes)
    if session.level < FULL_LEVEL:
        alone = Citizen(account.person_id, account.id, session.ente_id, await family_of(work, session.ente_id))
        found = FoundSession(session.id, alone, person.full_name, "", person.language, left, False, session.level)
        return found if left > 0 else None
    titles = await people_represented_by(work, account.person_id, work.today, also_declared=True)
    represented = [one for one in titles if one.is_verified]
    enti = await family_of(work, session.ente_id)
    actor = Citizen(
        person_id=account.person_id,
        account_id=account.id,
        ambito_id=session.ente_id,
        enti=enti,
        acts_for=tuple(one.person_id for one in represented),
        titles=tuple((one.person_id, one.kind.acting_title) for one in represented),
        prepares_for=tuple(one.person_id for one in titles if not one.is_verified),
        mandates=await mandates_in_force(work, account.person_id, person.codice_fiscale, enti, work.today),
    )
    return FoundSession(session.id, actor, person.full_name, "", person.language, left, left <= 0, session.level)


async def _operator(work: UnitOfWork, session: Session) -> FoundSession | None:
    assert session.operator_id is not None
    offices = await offices_and_roles(work, session.operator_id, work.today)
    active = next((office for office in offices if office.office_id == session.office_id), None)
    if active is None:
        return None
    called = await operator_names(work, [session.operator_id])
    actor = Operator(
        operator_id=session.operator_id,
        ente_id=active.ente_id,
        office_id=active.office_id,
        enti=await reach_of(work, active.ente_id),
        family=await family_of(work, active.ente_id),
        roles=active.roles,
    )
    left = _left(work, session, settings().operator_idle_minutes)
    return FoundSession(
        session.id,
        actor,
        called[session.operator_id],
        active.office_name,
        None,
        left,
        left <= 0,
        is_proved_lately=work.now - session.proved_at < FRESH_FOR,
    )


async def _touch(session_id: UUID, bind: Bind | None) -> None:
    async with unit_of_work(System("session"), bind=bind) as work:
        await work.session.exec(sa.update(Session).where(col(Session.id) == session_id).values(last_seen_at=work.now))
