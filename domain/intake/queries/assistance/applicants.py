"""Who may apply for a person at the desk: the person, or somebody whose title an office has checked."""

from dataclasses import dataclass
from uuid import UUID

from domain.kernel.actor import Operator
from domain.kernel.titles import Title
from domain.platform.work import UnitOfWork
from domain.registry.queries.guardianships import guardianships_of
from domain.registry.queries.person_card import PersonCard
from domain.registry.terms import GuardianshipStatus


@dataclass(frozen=True)
class Applicant:
    """Somebody who may apply, and by which title."""

    person_id: UUID
    full_name: str
    title: Title


async def applicants(work: UnitOfWork, operator: Operator, card: PersonCard) -> list[Applicant]:
    """The person of ``card`` first, then whoever represents them today. Refuses NotAllowed."""
    titles = await guardianships_of(work, operator, card.id)
    return [
        Applicant(card.id, card.full_name, Title.SELF),
        *(
            Applicant(one.guardian_id, one.guardian_name, one.kind.acting_title)
            for one in titles
            if one.person_id == card.id and one.status is GuardianshipStatus.VERIFIED
        ),
    ]
