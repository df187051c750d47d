"""What the office found on the requirements of an application, for the person it is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import col, select

from domain.catalogue.queries.requirements import FACTS, fact_words, requirements_of
from domain.catalogue.terms import Outcome
from domain.intake.model.requirement_check import RequirementCheck
from domain.intake.queries.own_applications import own_application
from domain.intake.rules.checking.known import KnownFact
from domain.kernel.actor import Citizen
from domain.kernel.text import Text
from domain.platform.language import say
from domain.platform.work import UnitOfWork

MOST = 500


@dataclass(frozen=True)
class FactUsed:
    """A fact in words, where it was known from, and of which day."""

    key: str
    label: str
    value: str
    source: str
    day: date | None


@dataclass(frozen=True)
class OwnFinding:
    """One finding; who has found it has no name here, as everywhere on the portal."""

    requirement: str
    sentence: str
    is_met: bool
    computed: Outcome
    reason: str
    facts: tuple[FactUsed, ...]
    found_at: datetime


async def own_findings(work: UnitOfWork, citizen: Citizen, application_id: UUID, language: str) -> Sequence[OwnFinding]:
    """All of them, the first first, of one's own application or of somebody represented: a delegate gets none.

    Refuses NotFound.
    """
    application = await own_application(work, citizen, application_id)
    if application.beneficiary_id not in citizen.people:
        return ()
    wanted = select(RequirementCheck).where(col(RequirementCheck.application_id) == application.id)
    found = (await work.session.exec(wanted.order_by(col(RequirementCheck.created_at)).limit(MOST))).all()
    if not found:
        return ()
    asked = {one.key: one for one in await requirements_of(work, application.service_version_id)}
    return [
        OwnFinding(
            requirement=one.requirement,
            sentence=asked[one.requirement].sentence.in_(language) if one.requirement in asked else one.requirement,
            is_met=one.is_met,
            computed=one.computed,
            reason=one.reason,
            facts=tuple(_used(KnownFact.of_kept(fact), language) for fact in one.facts),
            found_at=one.created_at,
        )
        for one in found
    ]


def _used(fact: KnownFact, language: str) -> FactUsed:
    known = FACTS.get(fact.key)
    label = say(known.label, language) if known else fact.key
    words = fact_words(known, fact.value) if known else fact.value
    value = say(words, language) if isinstance(words, Text) else str(words)
    return FactUsed(fact.key, label, value, say(fact.source, language), fact.day)
