"""The bandi for operators: the list of the back office, and those for which the desk may enter an application now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.catalogue.model.bando import Bando, BandoVersion
from domain.catalogue.permissions import DESIGN_ROLES
from domain.catalogue.rules.bandi.content import BandoContent
from domain.catalogue.terms.bandi import BandoState, BandoStatus
from domain.kernel.actor import Operator
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.refusals import NotAllowed
from domain.kernel.roles import DESK_ROLES
from domain.organization.queries.enti import ente
from domain.platform.work import UnitOfWork

MOST_AT_DESK = 50


@dataclass(frozen=True)
class ListedBando:
    """A bando in the list. ``elsewhere`` names the ente that runs it, where it is the ambito of the operator's."""

    id: UUID
    title: str
    act: str
    state: BandoState
    opens_at: datetime | None
    closes_at: datetime | None
    elsewhere: str = ""


@dataclass(frozen=True)
class DeskBando:
    """A bando for which the desk may enter an application; ``is_late`` after its end, with a reason."""

    id: UUID
    title: str
    is_late: bool


async def bandi_in_reach(work: UnitOfWork, operator: Operator, page: int = 1) -> Page[ListedBando]:
    """Those of the enti in reach, and what their ambito has published, the newest first.

    For who writes bandi or works on applications. Refuses NotAllowed.
    """
    if not operator.has(*DESIGN_ROLES, *DESK_ROLES):
        raise NotAllowed
    home = await ente(work, operator.ente_id)
    above = None if home.ambito_id is None or home.ambito_id in operator.enti else await ente(work, home.ambito_id)
    mine = col(Bando.ente_id).in_(operator.enti)
    if above is not None:
        mine = sa.or_(mine, sa.and_(col(Bando.ente_id) == above.id, col(Bando.number) > 0))
    wanted = (
        select(Bando, BandoVersion)
        .outerjoin(BandoVersion, _in_force())
        .where(mine)
        .order_by(col(Bando.created_at).desc(), col(Bando.id))
    )
    found = (await work.session.exec(wanted.offset(offset_of(page)).limit(PAGE_SIZE + 1))).all()
    total = offset_of(page) + len(found)  # one more than a page tells that there is a next one
    rows = [
        _row(one, version, work.now, above.name if above is not None and one.ente_id == above.id else "")
        for one, version in found[:PAGE_SIZE]
    ]
    return Page(rows, max(1, page), PAGE_SIZE, total)


async def bandi_at_desk(work: UnitOfWork, operator: Operator, ente_id: UUID) -> Sequence[DeskBando]:
    """The bandi for somebody of ``ente_id`` at this instant, of the ente and of its ambito: at most 50.

    Those that close first come first, then those that are over and let the desk go on. Refuses NotAllowed.
    """
    if not operator.has(*DESK_ROLES):
        raise NotAllowed
    home = await ente(work, ente_id)
    enti = [one for one in (home.id, home.ambito_id) if one is not None]
    is_late = col(Bando.closes_at) < work.now
    accepts = col(BandoVersion.content)["is_late_accepted"].as_boolean()
    wanted = (
        select(Bando, BandoVersion)
        .join(BandoVersion, _in_force())
        .where(
            col(Bando.ente_id).in_(enti),
            col(Bando.status) == BandoStatus.PUBLISHED,
            col(Bando.opens_at) <= work.now,
            sa.or_(sa.not_(is_late), accepts),
        )
        .order_by(is_late, col(Bando.closes_at), col(Bando.id))
        .limit(MOST_AT_DESK)
    )
    found = (await work.session.exec(wanted)).all()
    return [
        DeskBando(one.id, _said(version).title.in_("it"), one.state(work.now) is BandoState.CLOSED)
        for one, version in found
    ]


def _in_force() -> sa.ColumnElement[bool]:
    same = col(BandoVersion.bando_id) == col(Bando.id)
    return sa.and_(same, col(BandoVersion.number) == col(Bando.number))


def _said(version: BandoVersion) -> BandoContent:
    return BandoContent.model_validate(version.content)


def _row(one: Bando, version: BandoVersion | None, now: datetime, elsewhere: str) -> ListedBando:
    """Those who write see what is written; others what is in force."""
    content = _said(version) if elsewhere and version is not None else one.written
    return ListedBando(
        id=one.id,
        title=content.title.in_("it"),
        act=content.act,
        state=one.state(now),
        opens_at=one.opens_at,
        closes_at=one.closes_at,
        elsewhere=elsewhere,
    )
