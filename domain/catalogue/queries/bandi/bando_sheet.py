"""A bando for those who write it, and the list of all of an ente's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from domain.catalogue.model.bando import Bando, BandoVersion
from domain.catalogue.permissions import DESIGN_ROLES, may_publish
from domain.catalogue.queries.bandi.open_bandi import ChangeRow, changes_of
from domain.catalogue.queries.form_of import form_of
from domain.catalogue.queries.published_services import PublishedService, services_of_versions
from domain.catalogue.refusals import BandoNotUnderWay, BandoNotWhole, NotYoursToPublish
from domain.catalogue.rules.bandi.content import BandoContent, countable, measurable, missing, senseless
from domain.catalogue.rules.bandi.criteria import Criterion
from domain.catalogue.rules.form_definition import Field, FormDefinition
from domain.catalogue.terms.bandi import BandoState
from domain.kernel.actor import Actor, Operator
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.refusals import NotAllowed, NotFound
from domain.kernel.roles import DESK_ROLES
from domain.kernel.text import Text
from domain.platform.work import UnitOfWork

__all__ = [
    "DESIGN_ROLES",
    "BandoSheet",
    "Criterion",
    "bandi_to_design",
    "bando_sheet",
    "bando_to_change",
    "content_in_force",
    "demand_whole",
]


@dataclass(frozen=True)
class BandoSheet:
    """A bando being written or published; ``faults`` is what stops the publication, by part or criterion.

    ``is_changed``: something was written that is not in force yet.
    """

    id: UUID
    ente_id: UUID
    slug: str
    content: BandoContent
    state: BandoState
    number: int
    opens_at: datetime | None
    closes_at: datetime | None
    office_id: UUID | None
    revision: int
    service: PublishedService
    form: FormDefinition
    changes: tuple[ChangeRow, ...]
    faults: Mapping[str, Text]
    result: str
    result_address: str

    @property
    def title(self) -> str:
        """What it is called in Italian."""
        return self.content.title.in_("it")

    @property
    def may_be_written(self) -> bool:
        """Whether its words and criteria can still change."""
        return self.state not in (BandoState.CONCLUDED, BandoState.ANNULLED)

    @property
    def countable(self) -> tuple[Field, ...]:
        """The questions at which a criterion can look."""
        return countable(self.form)

    @property
    def measurable(self) -> tuple[Field, ...]:
        """Those whose answer is a number or an amount."""
        return measurable(self.form)


@dataclass(frozen=True)
class BandoToDesign:
    """A bando in the list of those who write."""

    id: UUID
    title: str
    act: str
    state: BandoState
    opens_at: datetime | None
    closes_at: datetime | None


async def bando_sheet(work: UnitOfWork, actor: Actor, bando_id: UUID) -> BandoSheet:
    """All of it, with what is missing. Refuses NotFound, NotYoursToPublish."""
    one = await bando_to_change(work, actor, bando_id, for_update=False)
    content, form = one.written, await form_of(work, one.service_version_id)
    services = await services_of_versions(work, [one.service_version_id])
    return BandoSheet(
        id=one.id,
        ente_id=one.ente_id,
        slug=one.slug,
        content=content,
        state=one.state(work.now),
        number=one.number,
        opens_at=one.opens_at,
        closes_at=one.closes_at,
        office_id=one.office_id,
        revision=one.revision,
        service=services[one.service_version_id],
        form=form,
        changes=await changes_of(work, one.id),
        faults=missing(content) | senseless(content, form),
        result=one.result,
        result_address=one.result_address,
    )


async def bando_to_change(work: UnitOfWork, actor: Actor, bando_id: UUID, *, for_update: bool = True) -> Bando:
    """The door of those who write: locked when it is to be changed. Refuses NotFound, NotYoursToPublish."""
    statement = select(Bando).where(col(Bando.id) == bando_id)
    if for_update:
        statement = statement.with_for_update().execution_options(populate_existing=True)
    found = (await work.session.exec(statement)).one_or_none()
    if found is None:
        raise NotFound
    if not may_publish(actor, found.ente_id):
        raise NotYoursToPublish
    return found


async def demand_whole(work: UnitOfWork, bando: Bando) -> None:
    """Nothing may be missing in what is written of it. Refuses BandoNotWhole."""
    content = bando.written
    if faults := missing(content) | senseless(content, await form_of(work, bando.service_version_id)):
        raise BandoNotWhole(faults)


async def content_in_force(work: UnitOfWork, bando: Bando) -> dict[str, Any]:
    """What everybody reads of it now. Refuses BandoNotUnderWay for one that was never published."""
    wanted = select(BandoVersion.content).where(
        col(BandoVersion.bando_id) == bando.id, col(BandoVersion.number) == bando.number
    )
    found = (await work.session.exec(wanted)).one_or_none()
    if found is None:
        raise BandoNotUnderWay
    return dict(found)


async def bandi_to_design(work: UnitOfWork, operator: Operator, page: int = 1) -> Page[BandoToDesign]:
    """Those of the enti in reach, the newest first, also for who works on applications. Refuses NotAllowed."""
    if not operator.has(*DESIGN_ROLES, *DESK_ROLES):
        raise NotAllowed
    wanted = select(Bando).where(col(Bando.ente_id).in_(operator.enti)).order_by(col(Bando.created_at).desc())
    found = (await work.session.exec(wanted.offset(offset_of(page)).limit(PAGE_SIZE + 1))).all()
    total = offset_of(page) + len(found)  # one more than a page tells that there is a next one
    return Page([_row(one, work.now) for one in _page_of(found)], max(1, page), PAGE_SIZE, total)


def _page_of(found: Sequence[Bando]) -> Sequence[Bando]:
    return found[:PAGE_SIZE]


def _row(one: Bando, now: datetime) -> BandoToDesign:
    content = one.written
    return BandoToDesign(one.id, content.title.in_("it"), content.act, one.state(now), one.opens_at, one.closes_at)
