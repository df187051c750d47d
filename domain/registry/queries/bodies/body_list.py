"""External bodies in a list and in a file: searched by words that may be misspelt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import add
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.kernel.actor import Operator
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.organization.queries.ambiti import ente_names
from domain.organization.queries.codes import codes_of
from domain.platform.work import UnitOfWork
from domain.registry.model.external_body import ExternalBody
from domain.registry.permissions import known_bodies
from domain.registry.rules.bodies import searched
from domain.registry.terms.bodies import BODY_KINDS

MOST_IN_A_FILE = 5000
MOST_OFFERED = 30
ALIKE = 0.45
"""How much of a typed word must be found in a name, so that a wrong letter or two do not matter."""


@dataclass(frozen=True)
class BodyFilter:
    """What is looked for: ``typed`` words of the name, or a codice fiscale or partita IVA."""

    typed: str = ""
    kind: str = ""
    also_ended: bool = False


@dataclass(frozen=True)
class BodyRow:
    """A body in a list; ``kind`` in the words of the ente."""

    id: UUID
    name: str
    kind: str
    ente: str
    codice_fiscale: str
    vat_number: str
    street: str
    city: str
    phone: str
    email: str
    pec: str
    starts_on: date
    ended_on: date | None


async def body_list(work: UnitOfWork, operator: Operator, wanted: BodyFilter, page: int = 1) -> Page[BodyRow]:
    """One page, the best answers first, else by name; three questions. Nothing for who does not look bodies up."""
    statement = _ordered(work, operator, wanted, sa.func.count().over()).offset(offset_of(page)).limit(PAGE_SIZE)
    found = (await work.session.exec(statement)).all()
    rows = await _rows(work, operator, [one for one, _total in found])
    return Page(rows, max(1, page), PAGE_SIZE, found[0][1] if found else 0)


async def bodies_for_file(work: UnitOfWork, operator: Operator, wanted: BodyFilter) -> Sequence[BodyRow]:
    """The same rows for a file, at most 5000."""
    found = (await work.session.exec(_ordered(work, operator, wanted, sa.literal(0)).limit(MOST_IN_A_FILE))).all()
    return await _rows(work, operator, [one for one, _nothing in found])


async def body_names(work: UnitOfWork, operator: Operator, typed: str = "") -> Sequence[str]:
    """The names to offer while somebody types, at most thirty."""
    statement = _ordered(work, operator, BodyFilter(typed), sa.literal(0)).limit(MOST_OFFERED)
    return list(dict.fromkeys(one.name for one, _nothing in (await work.session.exec(statement)).all()))


def _ordered(work: UnitOfWork, operator: Operator, wanted: BodyFilter, beside: Any) -> Any:
    asked: list[Any] = [known_bodies(operator)]
    if wanted.kind:
        asked.append(col(ExternalBody.kind) == wanted.kind)
    if not wanted.also_ended:
        asked.append(sa.or_(col(ExternalBody.ended_on).is_(None), col(ExternalBody.ended_on) >= work.today))
    words = searched(wanted.typed).split()
    likeness: list[Any] = []
    if words:
        likeness = [sa.func.word_similarity(word, col(ExternalBody.searched)) for word in words]
        asked.append(sa.or_(sa.and_(*map(_answers, words, likeness)), _has_code(wanted.typed)))
    best = [sa.desc(reduce(add, likeness))] if likeness else []
    order = (*best, col(ExternalBody.searched), col(ExternalBody.id))
    return select(ExternalBody, beside).where(*asked).order_by(*order)


def _answers(word: str, alike: Any) -> Any:
    return sa.or_(col(ExternalBody.searched).contains(f" {word}", autoescape=True), alike >= ALIKE)


def _has_code(typed: str) -> Any:
    code = "".join(typed.split()).upper()
    return sa.or_(col(ExternalBody.codice_fiscale) == code, col(ExternalBody.vat_number) == code)


async def _rows(work: UnitOfWork, operator: Operator, found: Sequence[ExternalBody]) -> list[BodyRow]:
    kinds = (await codes_of(work, operator.ente_id, (BODY_KINDS,), also_inactive=True))[BODY_KINDS]
    labels = {row.code: row.label for row in kinds}
    enti = await ente_names(work, tuple({one.ente_id for one in found}))
    return [
        BodyRow(
            **{name: getattr(one, name) for name in PLAIN},
            kind=labels.get(one.kind, one.kind),
            ente=enti.get(one.ente_id, ""),
        )
        for one in found
    ]


PLAIN = (
    "id",
    "name",
    "codice_fiscale",
    "vat_number",
    "street",
    "city",
    "phone",
    "email",
    "pec",
    "starts_on",
    "ended_on",
)
