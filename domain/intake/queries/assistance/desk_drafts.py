"""What was begun at the desk for a person and not sent yet."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from domain.catalogue.queries.form_of import Localised
from domain.catalogue.queries.published_services import services_of_versions
from domain.intake.model.application import Application
from domain.intake.permissions import entered_at_desk, may_work_on_applications
from domain.intake.terms import ApplicationStatus, Channel
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed
from domain.organization.queries.operators import operator_names
from domain.platform.work import UnitOfWork

MOST = 20


@dataclass(frozen=True)
class DeskDraft:
    """A draft of the desk: which service, by which way, who has begun it, when it was saved."""

    id: UUID
    title: Localised
    channel: Channel
    entered_by: str
    saved_at: datetime | None


async def desk_drafts(work: UnitOfWork, operator: Operator, person_id: UUID) -> list[DeskDraft]:
    """The drafts of the desk for ``person_id``, whom the operator may know, the latest first, at most 20.

    Refuses NotAllowed without a role that works on applications.
    """
    if not may_work_on_applications(operator):
        raise NotAllowed
    wanted = select(Application).where(
        entered_at_desk(operator),
        col(Application.beneficiary_id) == person_id,
        col(Application.status) == ApplicationStatus.DRAFT,
    )
    found = (await work.session.exec(wanted.order_by(col(Application.created_at).desc()).limit(MOST))).all()
    services = await services_of_versions(work, [one.service_version_id for one in found])
    called = await operator_names(work, [one.entered_by_id for one in found if one.entered_by_id])
    return [
        DeskDraft(
            id=one.id,
            title=services[one.service_version_id].card.title,
            channel=one.channel,
            entered_by=called.get(one.entered_by_id, "") if one.entered_by_id else "",
            saved_at=one.saved_at,
        )
        for one in found
    ]
