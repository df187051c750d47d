"""An ambito decides for how long it keeps a kind of data. Nothing is deleted by deciding."""

from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid, NotAllowed
from domain.kernel.text import _
from domain.platform.locks import hold
from domain.platform.work import UnitOfWork
from domain.privacy.events import RetentionDecided
from domain.privacy.model.retention_rule import RetentionRule
from domain.privacy.permissions import may_set_retention
from domain.privacy.rules.retention_starts import STARTS
from domain.privacy.terms import RetentionKind, RetentionOutcome, RetentionStart


class SetRetentionRule(BaseModel):
    """Which kind, from which event, how many months, what then, and on what ground. ``months`` None: kept for ever."""

    kind: RetentionKind
    starts_from: RetentionStart
    outcome: RetentionOutcome
    months: int | None = Field(default=None, ge=1, le=1200)
    legal_ground: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=500)]


async def set_retention_rule(work: UnitOfWork, operator: Operator, command: SetRetentionRule) -> None:
    """It counts from now on for the whole ambito; who decided stands beside it, and each decision in the events.

    Refuses NotAllowed; Invalid by field for an event that is not of this kind, and for months missing or too many.
    """
    if not may_set_retention(operator):
        raise NotAllowed
    _check(command)
    ambito_id = operator.family[0]
    await hold(work, f"retention:{ambito_id}:{command.kind}")
    wanted = select(RetentionRule).where(
        col(RetentionRule.ente_id) == ambito_id, col(RetentionRule.kind) == command.kind
    )
    rule = (await work.session.exec(wanted)).one_or_none()
    if rule is None:
        rule = RetentionRule(
            ente_id=ambito_id, decided_by_id=operator.operator_id, decided_at=work.now, **command.model_dump()
        )
        work.session.add(rule)
    else:
        rule.decide(command.model_dump(exclude={"kind"}), operator.operator_id, work.now)
    await work.record(RetentionDecided(ente_id=ambito_id, kind=command.kind, months=command.months))


def _check(command: SetRetentionRule) -> None:
    if command.starts_from not in STARTS[command.kind]:
        raise Invalid({"starts_from": _("Scegli una delle risposte.")})
    if command.outcome is RetentionOutcome.KEEP and command.months is not None:
        raise Invalid({"months": _("Se si conserva sempre, lascia vuoti i mesi.")})
    if command.outcome is not RetentionOutcome.KEEP and command.months is None:
        raise Invalid({"months": _("Scrivi dopo quanti mesi.")})
