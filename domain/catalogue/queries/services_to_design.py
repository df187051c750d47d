"""The services of an ente with their drafts, for those who write them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import col, select

from domain.catalogue.model.service import Service, ServiceVersion
from domain.catalogue.model.service_draft import ServiceDraft
from domain.catalogue.permissions import may_publish
from domain.catalogue.refusals import NotYoursToPublish
from domain.catalogue.rules.designing.card_draft import code_of, italian_of
from domain.kernel.actor import Operator
from domain.platform.tables import holds_on
from domain.platform.work import UnitOfWork

MOST = 300


@dataclass(frozen=True)
class ServiceRow:
    """A service; ``number`` and ``benefit_code`` of the version in force, ``draft_id`` of the draft; None without."""

    slug: str
    title: str
    number: int | None
    term_days: int
    is_online: bool
    draft_id: UUID | None
    benefit_code: str | None = None


async def services_to_design(work: UnitOfWork, operator: Operator) -> Sequence[ServiceRow]:
    """Those of the operator's ente, by title, at most 300 and as many drafts; two questions. Refuses

    NotYoursToPublish.
    """
    if not may_publish(operator, operator.ente_id):
        raise NotYoursToPublish
    in_force = (
        select(Service, ServiceVersion)
        .join(ServiceVersion, col(ServiceVersion.service_id) == col(Service.id))
        .where(col(Service.ente_id) == operator.ente_id, holds_on(ServiceVersion.valid_during, work.today))
        .order_by(col(Service.slug))
        .limit(MOST)
    )
    written = select(ServiceDraft).where(col(ServiceDraft.ente_id) == operator.ente_id)
    drafts = {one.slug: one for one in (await work.session.exec(written.limit(MOST))).all()}
    rows = [
        _row(one, version, drafts.pop(one.slug, None)) for one, version in (await work.session.exec(in_force)).all()
    ]
    rows += [_new(draft) for draft in drafts.values()]
    return sorted(rows, key=lambda row: row.title.casefold())


def _row(one: Service, version: ServiceVersion, draft: ServiceDraft | None) -> ServiceRow:
    return ServiceRow(
        slug=one.slug,
        title=italian_of(version.card)["title"],
        number=version.number,
        term_days=version.term_days,
        is_online=one.is_online,
        draft_id=draft.id if draft else None,
        benefit_code=code_of(version.card),
    )


def _new(draft: ServiceDraft) -> ServiceRow:
    title = italian_of(draft.card)["title"] or draft.slug
    return ServiceRow(draft.slug, title, None, draft.term_days, False, draft.id)
