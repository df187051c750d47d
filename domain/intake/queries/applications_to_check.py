"""The applications that wait in the offices, with their clock (L. 241/1990 art. 2)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from domain.catalogue.queries.form_of import Localised
from domain.catalogue.queries.published_services import services_of_versions
from domain.documents.queries.protocollo_of import protocollo_of_many
from domain.intake.model.application import Application
from domain.intake.permissions import may_work_on_applications, visible_to
from domain.intake.terms import ApplicationStatus
from domain.kernel.actor import Actor, Operator
from domain.kernel.refusals import NotAllowed
from domain.kernel.text import _
from domain.kernel.titles import Title
from domain.platform.work import UnitOfWork
from domain.registry.queries.names import names

MOST = 200
UNSEEN_SERVICE = _("Domanda di un servizio sociale")


@dataclass(frozen=True)
class ApplicationRow:
    """An application in a list of the office. ``days_left`` until ``due_on``, negative when it has passed.

    ``slug`` is empty and ``title`` a general one when the service belongs to an ente that the asker does not see: the
    program at work within one comune does not see the services of its ambito. ``acting_name`` acted by
    ``acting_title`` for the beneficiary; empty when nobody acted for another.
    """

    id: UUID
    ente_id: UUID
    office_id: UUID | None
    service_id: UUID
    slug: str
    title: Localised
    applicant_id: UUID
    beneficiary_id: UUID
    beneficiary_name: str
    status: ApplicationStatus
    submitted_at: datetime | None
    taken_at: datetime | None
    due_on: date | None
    days_left: int | None
    protocollo: str | None
    receipt_id: UUID | None
    acting_title: Title = Title.SELF
    acting_name: str = ""


async def applications_to_check(
    work: UnitOfWork, operator: Operator, *, office_id: UUID | None = None
) -> Sequence[ApplicationRow]:
    """What was sent and nobody has taken charge of, at most 200, the nearest term first; of one office or of all.

    Refuses NotAllowed without a role that works on applications.
    """
    if not may_work_on_applications(operator):
        raise NotAllowed
    conditions: list[Any] = [visible_to(operator), col(Application.status) == ApplicationStatus.SUBMITTED]
    if office_id is not None:
        conditions.append(col(Application.office_id) == office_id)
    wanted = select(Application).where(*conditions)
    ordered = wanted.order_by(col(Application.due_on), col(Application.submitted_at)).limit(MOST)
    rows = await _rows(work, (await work.session.exec(ordered)).all())
    return [row for row in rows if row.beneficiary_name]


async def applications_by_id(
    work: UnitOfWork, actor: Actor, application_ids: Iterable[UUID]
) -> dict[UUID, ApplicationRow]:
    """Those among ``application_ids`` that ``actor`` may see, by id: for lists of cases and for reactions."""
    wanted = select(Application).where(col(Application.id).in_(set(application_ids)), visible_to(actor))
    return {row.id: row for row in await _rows(work, (await work.session.exec(wanted)).all())}


async def _rows(work: UnitOfWork, found: Sequence[Application]) -> list[ApplicationRow]:
    if not found:
        return []
    services = await services_of_versions(work, [one.service_version_id for one in found])
    people = await names(work, [one.beneficiary_id for one in found])
    numbers = await protocollo_of_many(work, [one.id for one in found])
    unseen = Localised.of(UNSEEN_SERVICE)
    asked_for = [(one, services.get(one.service_version_id)) for one in found]
    return [
        ApplicationRow(
            id=one.id,
            ente_id=one.ente_id,
            office_id=one.office_id,
            service_id=one.service_id,
            slug=service.slug if service else "",
            title=service.card.title if service else unseen,
            applicant_id=one.applicant_id,
            beneficiary_id=one.beneficiary_id,
            beneficiary_name=people[one.beneficiary_id].full_name if one.beneficiary_id in people else "",
            status=one.status,
            submitted_at=one.submitted_at,
            taken_at=one.taken_at,
            due_on=one.due_on,
            days_left=one.days_left(work.today),
            protocollo=numbers[one.id].label if one.id in numbers else None,
            receipt_id=one.receipt_id,
            acting_title=one.title or Title.SELF,
            acting_name=one.acting_name or "",
        )
        for one, service in asked_for
    ]
