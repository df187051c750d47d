"""Who may have a service, for those who show it, ask about it or check it."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import col, select

from domain.catalogue.model.service import ServiceVersion
from domain.catalogue.rules.facts import FACTS, Fact, FactValue, NotAnAnswer, Unit, as_field, fact_value, fact_words
from domain.catalogue.rules.requirements import Requirement, RequirementResult, evaluate
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork

__all__ = [
    "FACTS",
    "Fact",
    "FactValue",
    "NotAnAnswer",
    "Requirement",
    "RequirementResult",
    "Unit",
    "as_field",
    "evaluate",
    "fact_value",
    "fact_words",
    "requirements_of",
]


async def requirements_of(work: UnitOfWork, service_version_id: UUID) -> Sequence[Requirement]:
    """The requirements of the version, in their order; none for one that says nothing of them. Refuses NotFound.

    ``evaluate`` says of each, from facts that somebody has gathered, whether it is met, is not met, or cannot be told.
    """
    statement = select(ServiceVersion.requirements).where(col(ServiceVersion.id) == service_version_id)
    found = (await work.session.exec(statement)).first()
    if found is None:
        raise NotFound
    return tuple(Requirement.model_validate(one) for one in found)
