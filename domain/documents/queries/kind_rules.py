"""Until when each kind of document counts in an ente."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from domain.documents.model.kind_rule import KindRule
from domain.documents.permissions import may_keep_kinds
from domain.documents.rules.validity import FOR_EVER, SHIPPED, Validity
from domain.documents.terms import DocumentKind
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed
from domain.platform.work import UnitOfWork

MOST_CHANGES = 20


@dataclass(frozen=True)
class KindRow:
    """A kind with what counts today; ``own_since`` None while the ente goes by what the program ships.

    ``coming`` are the changes that start later, the first first.
    """

    kind: DocumentKind
    validity: Validity
    own_since: date | None
    coming: tuple[tuple[date, Validity], ...] = ()


async def validities(work: UnitOfWork, ente_id: UUID) -> Mapping[DocumentKind, Validity]:
    """Every kind with what counts today in the ente: for whoever may know that the ente is there."""
    rules = await _rules(work, ente_id, tuple(DocumentKind))
    return {kind: _row(kind, rules.get(kind, ()), work.today).validity for kind in DocumentKind}


async def kinds_of_document(work: UnitOfWork, operator: Operator) -> Sequence[KindRow]:
    """The list of the operator's ente, for those who keep it. Refuses NotAllowed."""
    if not may_keep_kinds(operator):
        raise NotAllowed
    rules = await _rules(work, operator.ente_id, tuple(DocumentKind))
    return [_row(kind, rules.get(kind, ()), work.today) for kind in DocumentKind]


async def kind_of_document(work: UnitOfWork, operator: Operator, kind: DocumentKind) -> KindRow:
    """One line of that list. Refuses NotAllowed."""
    return next(row for row in await kinds_of_document(work, operator) if row.kind is kind)


async def _rules(
    work: UnitOfWork, ente_id: UUID, kinds: tuple[DocumentKind, ...]
) -> dict[DocumentKind, tuple[KindRule, ...]]:
    wanted = select(KindRule).where(col(KindRule.ente_id) == ente_id, col(KindRule.kind).in_(kinds))
    newest = wanted.order_by(col(KindRule.starts_on).desc()).limit(MOST_CHANGES * len(kinds))
    found: dict[DocumentKind, tuple[KindRule, ...]] = {}
    for rule in (await work.session.exec(newest)).all():
        found[rule.kind] = (*found.get(rule.kind, ()), rule)
    return found


def _row(kind: DocumentKind, rules: tuple[KindRule, ...], today: date) -> KindRow:
    """``rules`` are those of the kind, the newest first."""
    coming = tuple((rule.starts_on, _validity(rule)) for rule in reversed(rules) if rule.starts_on > today)
    in_force = next((rule for rule in rules if rule.starts_on <= today), None)
    if in_force is None:
        return KindRow(kind, SHIPPED.get(kind, FOR_EVER), None, coming)
    return KindRow(kind, _validity(in_force), in_force.starts_on, coming)


def _validity(rule: KindRule) -> Validity:
    return Validity(rule.is_expiring, rule.lasting, rule.months, rule.source)
