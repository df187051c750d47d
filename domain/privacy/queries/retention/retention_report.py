"""What the terms of an ambito would reach today: counts by kind and ente. Nothing is changed, nobody is named."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlmodel import col, select

from domain.access.queries.old_accounts import old_accounts
from domain.casework.queries.care_plan.old_plans import old_plans
from domain.casework.queries.old_cases import old_cases
from domain.correspondence.queries.conversations.old_conversations import old_conversations
from domain.correspondence.queries.old_letters import old_letters
from domain.documents.queries.old_documents import expired_documents, old_documents, old_entries
from domain.housing.queries.old_needs import old_needs
from domain.intake.queries.old_applications import old_drafts, old_submitted, old_withdrawn
from domain.kernel.actor import Operator, System
from domain.kernel.clock import ROME
from domain.kernel.refusals import NotAllowed
from domain.organization.queries.ambiti import ente_names
from domain.platform.reading_log import ReadingRecord
from domain.platform.rows.counting import count_by_ente
from domain.platform.work import UnitOfWork, as_the_program
from domain.privacy.model.rectification import Rectification
from domain.privacy.model.retention_rule import RetentionRule
from domain.privacy.permissions import may_see_retention
from domain.privacy.rules.retention_starts import STARTS, last_day_over
from domain.privacy.terms import RetentionKind, RetentionOutcome, RetentionStart
from domain.registry.queries.facts.old_facts import old_facts
from domain.registry.queries.isee.old_isee import old_isee
from domain.scheduling.queries.old_appointments import old_appointments, old_invitations

Counting = Callable[[UnitOfWork, System, datetime, tuple[UUID, ...]], Awaitable[dict[UUID, int]]]


@dataclass(frozen=True)
class RetentionRow:
    """A kind of data with what was decided of it; ``outcome`` None: nothing was decided.

    ``due`` are the rows over their term today, by name of the ente; empty where nothing was decided or all is kept.
    """

    kind: RetentionKind
    starts: tuple[RetentionStart, ...]
    starts_from: RetentionStart | None
    months: int | None
    outcome: RetentionOutcome | None
    legal_ground: str
    decided_at: datetime | None
    due: Mapping[str, int]

    @property
    def total(self) -> int:
        """How many rows in all."""
        return sum(self.due.values())


async def retention_report(work: UnitOfWork, operator: Operator) -> Sequence[RetentionRow]:
    """Every kind, with the counts of the enti in reach. Refuses NotAllowed without the role.

    The program counts, not the operator: drafts and protected people are there too, and only numbers come out.
    """
    if not may_see_retention(operator):
        raise NotAllowed
    async with as_the_program(work, "retention report") as system:
        return await retention_of(work, system, operator.family[0], operator.enti)


async def retention_of(
    work: UnitOfWork, system: System, ambito_id: UUID, enti: tuple[UUID, ...]
) -> Sequence[RetentionRow]:
    """The same for the program: the terms of an ambito over some of its enti."""
    decided = select(RetentionRule).where(col(RetentionRule.ente_id) == ambito_id)
    rules = {rule.kind: rule for rule in (await work.session.exec(decided)).all()}
    called = await ente_names(work, enti)
    rows = []
    for kind, starts in STARTS.items():
        rule = rules.get(kind)
        counts = await _due(work, system, rule, enti) if rule else {}
        due = {called[ente_id]: count for ente_id, count in counts.items() if ente_id in called}
        rows.append(_row(kind, starts, rule, dict(sorted(due.items()))))
    return rows


async def _due(work: UnitOfWork, system: System, rule: RetentionRule, enti: tuple[UUID, ...]) -> dict[UUID, int]:
    if rule.months is None:
        return {}
    before = _end_of(last_day_over(work.today, rule.months))
    return await COUNTS[rule.kind, rule.starts_from](work, system, before, enti)


def _end_of(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=ROME)


def _row(
    kind: RetentionKind, starts: tuple[RetentionStart, ...], rule: RetentionRule | None, due: Mapping[str, int]
) -> RetentionRow:
    if rule is None:
        return RetentionRow(kind, starts, None, None, None, "", None, due)
    return RetentionRow(
        kind, starts, rule.starts_from, rule.months, rule.outcome, rule.legal_ground, rule.decided_at, due
    )


async def _old_readings(work: UnitOfWork, system: System, before: datetime, enti: tuple[UUID, ...]) -> dict[UUID, int]:
    return await count_by_ente(work, ReadingRecord, (col(ReadingRecord.created_at) < before,), enti)


async def _old_rectifications(
    work: UnitOfWork, system: System, before: datetime, enti: tuple[UUID, ...]
) -> dict[UUID, int]:
    return await count_by_ente(work, Rectification, (col(Rectification.answered_at) < before,), enti)


COUNTS: dict[tuple[RetentionKind, RetentionStart], Counting] = {
    (RetentionKind.DRAFT, RetentionStart.SAVED): old_drafts,
    (RetentionKind.APPLICATION, RetentionStart.SUBMITTED): old_submitted,
    (RetentionKind.APPLICATION, RetentionStart.WITHDRAWN): old_withdrawn,
    (RetentionKind.CASE, RetentionStart.LAST_ENTRY): old_cases,
    (RetentionKind.DOCUMENT, RetentionStart.KEPT): old_documents,
    (RetentionKind.DOCUMENT, RetentionStart.EXPIRED): expired_documents,
    (RetentionKind.PROTOCOLLO, RetentionStart.REGISTERED): old_entries,
    (RetentionKind.LETTER, RetentionStart.WRITTEN): old_letters,
    (RetentionKind.READING, RetentionStart.READ): _old_readings,
    (RetentionKind.FORMER_FACT, RetentionStart.DROPPED): old_facts,
    (RetentionKind.ACCOUNT, RetentionStart.SIGNED_IN): old_accounts,
    (RetentionKind.RECTIFICATION, RetentionStart.ANSWERED): _old_rectifications,
    (RetentionKind.HOUSING_NEED, RetentionStart.CLOSED): old_needs,
    (RetentionKind.ISEE, RetentionStart.EXPIRED): old_isee,
    (RetentionKind.CONVERSATION, RetentionStart.LAST_MESSAGE): old_conversations,
    (RetentionKind.CARE_PLAN, RetentionStart.CLOSED): old_plans,
    (RetentionKind.APPOINTMENT, RetentionStart.HELD): old_appointments,
    (RetentionKind.BOOKING_INVITATION, RetentionStart.LAST_DAY): old_invitations,
}
"""Every pair that a term may name, with the question that counts it."""
