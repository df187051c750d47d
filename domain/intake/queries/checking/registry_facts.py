"""What the registry knows of who applied, of the facts that a service asks and no others; readings are noted."""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from domain.intake.model.application import Application
from domain.intake.rules.checking.from_registry import from_facts, from_household
from domain.intake.rules.checking.known import KnownFact
from domain.kernel.actor import Operator
from domain.kernel.reading import ReadingPurpose, ReadingSubject
from domain.organization.queries.territory import territory_codes
from domain.platform.reading_log import Reading
from domain.platform.work import UnitOfWork
from domain.registry.queries.facts.facts_of import facts_of
from domain.registry.queries.households.household_on import household_on
from domain.registry.queries.isee.isee_choices import IseeChoice, isee_choices
from domain.registry.terms import HouseholdKind, IseeKind

PEOPLE = frozenset({"household_size", "minors_in_household"})
HOME = frozenset({"is_resident", "lives_here", "months_of_residence"})
PERSON = HOME | {"age", "citizenship_kind", "has_permit", "has_disability_certificate", "has_severe_disability"}
PURPOSE = ReadingPurpose.APPLICATION_WORK.value


async def registry_facts(
    work: UnitOfWork, operator: Operator, application: Application, wanted: Collection[str], day: date
) -> list[KnownFact]:
    """The facts ``wanted``, as of ``day``, of the beneficiary of an application that came through its door.

    What the operator may not read is not known. What certificates say of means ``isee_facts`` tells.
    """
    asked, person_id = frozenset(wanted), application.beneficiary_id
    found: list[KnownFact] = []
    if asked & PERSON:
        territory = await territory_codes(work, operator.family) if asked & HOME else frozenset[str]()
        found += from_facts(await facts_of(work, operator, person_id, valid_on=day), day, territory)
    if asked & PEOPLE:
        home = await household_on(work, operator, person_id, HouseholdKind.REGISTRY, day, purpose=PURPOSE)
        found += from_household(home, day)
    return [one for one in found if one.key in asked]


async def isee_facts(
    work: UnitOfWork, operator: Operator, application: Application, asked: Collection[IseeKind | None], day: date
) -> Mapping[IseeKind | None, IseeChoice]:
    """The certificates of the beneficiary that count on ``day`` for each kind that is asked, and those that do not.

    Of each that is shown the reading is noted.
    """
    found = await isee_choices(work, operator, application.beneficiary_id, day, asked)
    for choice in found.values():
        for row in (choice.used, *(one for one, _why in choice.set_aside)):
            if row is not None:
                _note(work, application, row.id)
    return found


def _note(work: UnitOfWork, application: Application, isee_id: UUID) -> None:
    reading = Reading(application.beneficiary_id, application.ente_id, ReadingSubject.ISEE.value, isee_id, PURPOSE)
    if reading not in work.readings:
        work.note_reading(reading)
