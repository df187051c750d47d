"""A bando for those who write it, and the list of all of an ente's."""

from collections.abc import Mapping
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
from domain.kernel.refusals import NotAllowed, NotFound
from domain.kernel.roles import DESK_ROLES
from domain.kernel.text import Text
from domain.platform.work import UnitOfWork

__all__ = [
    "DESIGN_ROLES",
    "BandoSheet",
    "Criterion",
    "bando_sheet",
    "bando_to_change",
    "bando_to_read",
    "content_in_force",
    "demand_whole",
]


@dataclass(frozen=True)
class BandoSheet:
    """A bando being written or published; ``faults`` is what stops the publication, by part or criterion.

    ``is_ours``: the reader may write it; else it is what everybody reads.
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
    is_ours: bool = True

    @property
    def title(self) -> str:
        """What it is called in Italian."""
        return self.content.title.in_("it")

    @property
    def may_be_written(self) -> bool:
        """Whether its words and criteria can still change."""
        return self.is_ours and self.state not in (BandoState.CONCLUDED, BandoState.ANNULLED)

    @property
    def countable(self) -> tuple[Field, ...]:
        """The questions at which a criterion can look."""
        return countable(self.form)

    @property
    def measurable(self) -> tuple[Field, ...]:
        """Those whose answer is a number or an amount."""
        return measurable(self.form)


async def bando_sheet(work: UnitOfWork, actor: Actor, bando_id: UUID) -> BandoSheet:
    """All of it, with what is missing, for who writes it. Refuses NotFound, NotYoursToPublish."""
    one = await bando_to_change(work, actor, bando_id, for_update=False)
    return await _sheet(work, one, one.written, is_ours=True)


async def bando_to_read(work: UnitOfWork, operator: Operator, bando_id: UUID) -> BandoSheet:
    """The same for who writes it; for colleagues of the whole ambito what is in force, once it is published.

    Refuses NotAllowed without a role that writes services or works on applications, NotFound.
    """
    if not operator.has(*DESIGN_ROLES, *DESK_ROLES):
        raise NotAllowed
    one = (await work.session.exec(select(Bando).where(col(Bando.id) == bando_id))).one_or_none()
    if one is not None and may_publish(operator, one.ente_id):
        return await _sheet(work, one, one.written, is_ours=True)
    if one is None or not one.number or one.ente_id not in (*operator.enti, *operator.family):
        raise NotFound
    content = BandoContent.model_validate(await content_in_force(work, one))
    return await _sheet(work, one, content, is_ours=False)


async def _sheet(work: UnitOfWork, one: Bando, content: BandoContent, *, is_ours: bool) -> BandoSheet:
    form = await form_of(work, one.service_version_id)
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
        faults=missing(content) | senseless(content, form) if is_ours else {},
        result=one.result,
        result_address=one.result_address,
        is_ours=is_ours,
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
