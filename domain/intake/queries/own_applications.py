"""The applications of a citizen: the list, and the only door to one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import col, select

from domain.catalogue.queries.form_of import Localised
from domain.catalogue.queries.published_services import services_of_versions
from domain.documents.queries.protocollo_of import protocollo_of_many
from domain.intake.model.application import Application
from domain.intake.permissions import visible_to
from domain.intake.queries.delegated_readings import note_delegated_reading
from domain.intake.queries.draft_days import kept_until
from domain.intake.terms import ApplicationStatus, Outcome
from domain.kernel.actor import Citizen
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.kernel.refusals import NotFound
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork
from domain.registry.queries.guardianships import own_titles
from domain.registry.queries.names import names


@dataclass(frozen=True)
class OwnApplication:
    """An application in the citizen's list. ``days_left`` until ``due_on``, negative when it has passed.

    ``kept_until`` is the last day on which a draft is there, if nobody goes on with it; ``is_shared`` with the desk.
    """

    id: UUID
    status: ApplicationStatus
    slug: str
    title: Localised
    beneficiary_id: UUID
    beneficiary_name: str
    is_for_another: bool
    is_own: bool
    saved_at: datetime | None
    submitted_at: datetime | None
    due_on: date | None
    days_left: int | None
    outcome: Outcome | None
    protocollo: str | None
    kept_until: date | None = None
    is_shared: bool = False


async def own_applications(work: UnitOfWork, citizen: Citizen) -> Sequence[OwnApplication]:
    """What the citizen asked, and what was sent for the people the citizen acts for: the latest first.

    Somebody only declared goes by the name that the citizen typed.
    """
    wanted = select(Application).where(visible_to(citizen)).order_by(col(Application.created_at).desc())
    found = (await work.session.exec(wanted)).all()
    services = await services_of_versions(work, [one.service_version_id for one in found])
    people = await _called(work, citizen, found)
    numbers = await protocollo_of_many(work, [one.id for one in found])
    last_days = await kept_until(work, found)
    return [
        OwnApplication(
            id=one.id,
            status=one.status,
            slug=services[one.service_version_id].slug,
            title=services[one.service_version_id].card.title,
            beneficiary_id=one.beneficiary_id,
            beneficiary_name=people.get(one.beneficiary_id, ""),
            is_for_another=one.beneficiary_id != citizen.person_id,
            is_own=one.applicant_id == citizen.person_id,
            saved_at=one.saved_at,
            submitted_at=one.submitted_at,
            due_on=one.due_on,
            days_left=one.days_left(work.today),
            outcome=one.outcome,
            protocollo=numbers[one.id].label if one.id in numbers else None,
            kept_until=last_days.get(one.id),
            is_shared=one.is_draft and one.shared_at is not None,
        )
        for one in found
    ]


async def _called(work: UnitOfWork, citizen: Citizen, found: Sequence[Application]) -> dict[UUID, str]:
    known = await names(work, [one.beneficiary_id for one in found])
    called = {person_id: row.full_name for person_id, row in known.items()}
    if any(one.beneficiary_id in citizen.prepares_for for one in found):
        titles = await own_titles(work, citizen)
        called |= {one.person_id: one.declared_name for one in titles if one.person_id not in called}
    return called


async def own_application(
    work: UnitOfWork, citizen: Citizen, application_id: UUID, *, for_update: bool = False
) -> Application:
    """The only door to one application: what the citizen may see, locked when it is to be changed.

    Refuses NotFound, both when it is not there and when it is another's: the attempt is noted.
    """
    wanted = select(Application).where(col(Application.id) == application_id, visible_to(citizen))
    if for_update:
        wanted = wanted.with_for_update().execution_options(populate_existing=True)
    found = (await work.session.exec(wanted)).first()
    if found is None:
        work.note_reading(
            Reading(
                person_id=None,
                ente_id=citizen.ambito_id,
                subject=ReadingSubject.APPLICATION,
                subject_id=application_id,
                purpose=ReadingPurpose.OWN_ACCESS,
                is_granted=False,
            )
        )
        raise NotFound
    note_delegated_reading(work, citizen, found)
    return found
