"""Requirement by requirement: what the rule says of who applied, from which facts, and what the office has found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import col, select

from domain.catalogue.queries.form_of import form_of
from domain.catalogue.queries.requirements import Requirement, evaluate, requirements_of
from domain.catalogue.terms import Outcome
from domain.intake.model.application import Application
from domain.intake.model.requirement_check import RequirementCheck
from domain.intake.queries.application_sheet import application_to_handle
from domain.intake.queries.checking.registry_facts import isee_facts, registry_facts
from domain.intake.rules.checking.from_answers import from_answers
from domain.intake.rules.checking.from_registry import from_isee
from domain.intake.rules.checking.known import CARE_FACTS, KnownFact, together
from domain.kernel.actor import Operator
from domain.kernel.clock import day_of
from domain.kernel.roles import CASE_ROLES
from domain.organization.queries.operators import operator_names
from domain.platform.work import UnitOfWork
from domain.registry.queries.isee.isee_choices import IseeChoice


@dataclass(frozen=True)
class KeptCheck:
    """What a colleague found, and from which facts the rule had said what it said."""

    is_met: bool
    computed: Outcome
    facts: Sequence[KnownFact]
    reason: str
    who: str
    at: datetime


@dataclass(frozen=True)
class CheckRow:
    """A requirement: ``computed`` from ``facts`` as they are known now, ``missing`` the facts without which it cannot.

    ``kept`` is the finding of the office, which stays as it was whatever becomes known later. ``isee`` says which
    certificate counts, and why others do not, for a requirement that looks at one.
    """

    requirement: Requirement
    computed: Outcome
    facts: Sequence[KnownFact]
    missing: Sequence[str]
    kept: KeptCheck | None
    isee: IseeChoice | None = None

    @property
    def outcome(self) -> Outcome:
        """What counts: the finding of the office, else what the rule says."""
        if self.kept is None:
            return self.computed
        return Outcome.MET if self.kept.is_met else Outcome.NOT_MET

    @property
    def is_changed(self) -> bool:
        """Whether the rule would say something else now than when the office looked."""
        return self.kept is not None and self.kept.computed is not self.computed

    @property
    def deciding(self) -> Sequence[KnownFact]:
        """The facts from which the outcome comes: those of the finding, where there is one."""
        return self.kept.facts if self.kept else self.facts


@dataclass(frozen=True)
class Checklist:
    """All the requirements of the service version that was asked for, as of the day of submission."""

    application_id: UUID
    day: date
    rows: Sequence[CheckRow]

    @property
    def not_met(self) -> Sequence[CheckRow]:
        """Those that are missing."""
        return [one for one in self.rows if one.outcome is Outcome.NOT_MET]

    def row(self, key: str) -> CheckRow | None:
        """The requirement with this key."""
        return next((one for one in self.rows if one.requirement.key == key), None)


async def checklist(work: UnitOfWork, operator: Operator, application_id: UUID) -> Checklist:
    """The checklist of an application; without rows where the service asks nothing. Refuses like its door.

    Only the facts that the requirements look at are gathered. What is read of a person is noted.
    """
    return await checklist_of(work, operator, await application_to_handle(work, operator, application_id))


async def checklist_of(work: UnitOfWork, operator: Operator, application: Application) -> Checklist:
    """The same for an application that came through its door."""
    day = day_of(application.submitted_at or work.now)
    asked = await requirements_of(work, application.service_version_id)
    if not asked:
        return Checklist(application.id, day, [])
    wanted = frozenset(key for one in asked for key in one.facts)
    registered = await registry_facts(work, operator, application, wanted, day)
    kinds = {one.isee_kind for one in asked if one.is_about_means}
    means = await isee_facts(work, operator, application, kinds, day)
    answered = from_answers(await form_of(work, application.service_version_id), application.answers, day)
    kept = await _kept(work, operator, application)
    rows: list[CheckRow] = []
    for one in asked:
        choice = means.get(one.isee_kind) if one.is_about_means else None
        known = together([*registered, *from_isee(choice.used if choice else None)], answered)
        rows.append(_row(one, known, choice, kept.get(one.key)))
    return Checklist(application.id, day, rows)


def _row(
    asked: Requirement, known: Mapping[str, KnownFact], choice: IseeChoice | None, kept: KeptCheck | None
) -> CheckRow:
    [result] = evaluate([asked], {key: one.value for key, one in known.items()})
    return CheckRow(
        requirement=asked,
        computed=result.outcome,
        facts=[known[key] for key in result.facts_used],
        missing=result.missing,
        kept=kept,
        isee=choice,
    )


async def _kept(work: UnitOfWork, operator: Operator, application: Application) -> dict[str, KeptCheck]:
    """The latest finding on each requirement, without the facts about health for who does not follow cases."""
    wanted = select(RequirementCheck).where(col(RequirementCheck.application_id) == application.id)
    found = (await work.session.exec(wanted.order_by(col(RequirementCheck.created_at)))).all()
    called = await operator_names(work, {one.operator_id for one in found}) if found else {}
    hidden = frozenset[str]() if operator.has(*CASE_ROLES) else CARE_FACTS
    return {
        one.requirement: KeptCheck(
            is_met=one.is_met,
            computed=one.computed,
            facts=[KnownFact.of_kept(fact) for fact in one.facts if fact["fact"] not in hidden],
            reason=one.reason,
            who=called.get(one.operator_id, ""),
            at=one.created_at,
        )
        for one in found
    }
