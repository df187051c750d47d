"""The coded lists for who administers them: which there are, and every code of one with where it comes from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.actor import Operator
from domain.kernel.page import PAGE_SIZE, Page, offset_of
from domain.kernel.refusals import NotFound
from domain.kernel.text import Text
from domain.organization.model.code import CommonCode, LocalCode
from domain.organization.queries.administered import check_administers
from domain.organization.queries.administered_codes import code_list
from domain.organization.queries.code_layers import answering, everywhere, layers_of, said_for, with_parents
from domain.organization.rules.code_layers import LAST, Merged, in_classes, merged, searchable
from domain.organization.rules.code_lists import CODE_LISTS, CodeList
from domain.organization.terms import CodeOrigin, CodeSource
from domain.platform.work import UnitOfWork

ORIGINS = (CodeOrigin.COMMON, CodeOrigin.AMBITO, CodeOrigin.ENTE)


@dataclass(frozen=True)
class CodeListRow:
    """A list: how many codes the ente has in it, off ones too, and how many the ente or its ambito added."""

    name: str
    title: Text
    source: CodeSource
    total: int
    added: int


@dataclass(frozen=True)
class CodeCard:
    """A code with all that is known of it. ``position`` is None for one that stands after the others."""

    code: str
    label: str
    parent: str | None
    common_code: str | None
    position: int | None
    starts_on: date | None
    ends_on: date | None
    is_active: bool
    origin: CodeOrigin
    attributes: Mapping[str, Any]


@dataclass(frozen=True)
class CodeSheet:
    """A list and a page of its codes. ``marks`` names what else is known of each."""

    name: str
    title: Text
    source: CodeSource
    has_classes: bool
    marks: tuple[str, ...]
    is_long: bool
    codes: Page[CodeCard]


async def code_lists(work: UnitOfWork, operator: Operator, typed: str = "") -> list[CodeListRow]:
    """The lists whose title has every typed word, for the ente of the active office. Refuses NotAnAdministrator."""
    check_administers(operator, operator.ente_id)
    total, added = await _counts(work, operator.ente_id)
    words = searchable(typed).split()
    wanted = [one for one in CODE_LISTS.values() if all(f" {word}" in searchable(str(one.title)) for word in words)]
    return [_row(one, total.get(one.name, 0), added.get(one.name, 0)) for one in wanted]


async def code_sheet(work: UnitOfWork, operator: Operator, list_name: str, typed: str = "", page: int = 1) -> CodeSheet:
    """A page of the list as the ente has it, off codes too; only what answers to ``typed`` when it is not empty.

    A list with classes shows each class with its codes after it. Refuses NotAnAdministrator, NotFound.
    """
    check_administers(operator, operator.ente_id)
    described = code_list(list_name)
    if described.is_long:
        return _sheet(described, *await _some(work, operator.ente_id, list_name, typed, page), page)
    found = await _matching(work, operator.ente_id, list_name, typed)
    return _sheet(described, found[offset_of(page) :][:PAGE_SIZE], len(found), page)


async def whole_code_list(work: UnitOfWork, operator: Operator, list_name: str) -> Sequence[CodeCard]:
    """Every code of a list, for a file. Refuses NotAnAdministrator, NotFound."""
    check_administers(operator, operator.ente_id)
    code_list(list_name)
    return [_card(row) for row in await _matching(work, operator.ente_id, list_name, "")]


async def code_card(work: UnitOfWork, operator: Operator, list_name: str, code: str) -> CodeCard:
    """One code as the ente has it. Refuses NotAnAdministrator, NotFound."""
    check_administers(operator, operator.ente_id)
    code_list(list_name)
    same = with_parents(operator.ente_id, list_name, lambda codes: col(codes.code) == code)
    rows = merged(await layers_of(work, operator.ente_id, same), work.today)
    found = next((row for row in rows if row.code == code), None)
    if found is None:
        raise NotFound
    return _card(found)


async def _counts(work: UnitOfWork, ente_id: UUID) -> tuple[dict[str, int], dict[str, int]]:
    common = sa.select(sa.false(), col(CommonCode.list_name), sa.func.count()).group_by(CommonCode.list_name)
    mine = said_for(ente_id), col(LocalCode.is_own)
    local = sa.select(sa.true(), col(LocalCode.list_name), sa.func.count()).where(*mine).group_by(LocalCode.list_name)
    found = (await work.session.exec(sa.union_all(common, local))).all()  # pyright: ignore[reportCallIssue,reportArgumentType]
    shipped = {name: number for is_local, name, number in found if not is_local}
    return shipped, {name: number for is_local, name, number in found if is_local}


async def _matching(work: UnitOfWork, ente_id: UUID, list_name: str, typed: str) -> list[Merged]:
    rows = merged(await layers_of(work, ente_id, lambda codes: col(codes.list_name) == list_name), work.today)
    words = searchable(typed).split()
    return [
        row for row in in_classes(rows) if all(f" {word}" in searchable(f"{row.label} {row.code}") for word in words)
    ]


async def _some(work: UnitOfWork, ente_id: UUID, list_name: str, typed: str, page: int) -> tuple[Sequence[Merged], int]:
    wanted = everywhere(
        ente_id, answering(list_name, typed), lambda codes: col(codes.code), lambda codes: col(codes.searched)
    ).subquery()
    total = (await work.session.exec(sa.select(sa.func.count(wanted.c.code.distinct())))).one()[0]  # pyright: ignore[reportCallIssue,reportArgumentType]
    ordered = sa.select(wanted.c.code).group_by(wanted.c.code).order_by(sa.func.min(wanted.c.searched), wanted.c.code)
    some = ordered.offset(offset_of(page)).limit(PAGE_SIZE).cte()
    chosen = with_parents(ente_id, list_name, lambda codes: col(codes.code).in_(sa.select(some.c.code)))
    return merged(await layers_of(work, ente_id, chosen), work.today), total


def _row(one: CodeList, shipped: int, added: int) -> CodeListRow:
    return CodeListRow(one.name, one.title, one.source, shipped + added, added)


def _sheet(described: CodeList, rows: Sequence[Merged], total: int, page: int) -> CodeSheet:
    return CodeSheet(
        name=described.name,
        title=described.title,
        source=described.source,
        has_classes=described.has_classes,
        marks=described.marks,
        is_long=described.is_long,
        codes=Page([_card(row) for row in rows], max(1, page), PAGE_SIZE, total),
    )


def _card(row: Merged) -> CodeCard:
    return CodeCard(
        code=row.code,
        label=row.label,
        parent=row.parent,
        common_code=row.common_code,
        position=None if row.position == LAST else row.position,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        is_active=row.is_active,
        origin=ORIGINS[row.level],
        attributes=row.attributes,
    )
