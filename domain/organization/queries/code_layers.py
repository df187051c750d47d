"""What every level says of some codes, in one question: what is common, the ambito of an ente, the ente itself."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from domain.organization.model.code import CommonCode, LocalCode
from domain.organization.model.ente import Ente
from domain.organization.rules.code_layers import AMBITO, COMMON, ENTE, Layer, searchable
from domain.organization.rules.code_lists import CODE_LISTS
from domain.platform.work import UnitOfWork

Codes = type[CommonCode] | type[LocalCode]
Wanted = Callable[[Codes], sa.ColumnElement[bool]]


def said_for(ente_id: UUID) -> sa.ColumnElement[bool]:
    """The condition that a local code is said by the ente, or by the ambito it belongs to."""
    ambito = select(Ente.ambito_id).where(col(Ente.id) == ente_id).scalar_subquery()
    return sa.or_(col(LocalCode.ente_id) == ente_id, col(LocalCode.ente_id) == ambito)


def everywhere(ente_id: UUID, wanted: Wanted, *columns: Callable[[Codes], Any]) -> Any:
    """The ``columns`` of the codes that answer to ``wanted``, of every level that counts for the ente."""
    common = sa.select(*(one(CommonCode) for one in columns)).where(wanted(CommonCode))
    local = sa.select(*(one(LocalCode) for one in columns)).where(said_for(ente_id), wanted(LocalCode))
    return sa.union_all(common, local)


async def layers_of(work: UnitOfWork, ente_id: UUID, wanted: Wanted) -> list[Layer]:
    """What every level says of the codes that answer to ``wanted``; one question."""
    level = sa.case((col(LocalCode.ente_id) == ente_id, ENTE), else_=AMBITO)
    nothing = sa.cast(sa.null(), sa.Text)
    common = sa.select(sa.literal(COMMON), *_facts(CommonCode), nothing, col(CommonCode.is_historic))
    local = sa.select(level, *_facts(LocalCode), col(LocalCode.common_code), sa.false()).where(said_for(ente_id))
    statement = sa.union_all(common.where(wanted(CommonCode)), local.where(wanted(LocalCode)))
    found = (await work.session.exec(statement)).all()  # pyright: ignore[reportCallIssue,reportArgumentType]
    return [_layer(row) for row in found]


def answering(list_name: str, typed: str) -> Wanted:
    """The codes of a list every typed word of which begins a word of the label, or the code itself; all for nothing."""
    words = searchable(typed).split()

    def answers(codes: Codes) -> sa.ColumnElement[bool]:
        named = sa.and_(sa.true(), *(col(codes.searched).contains(f" {word}", autoescape=True) for word in words))
        return sa.and_(col(codes.list_name) == list_name, sa.or_(named, col(codes.code) == typed.strip().upper()))

    return answers


def with_parents(ente_id: UUID, list_name: str, wanted: Wanted) -> Wanted:
    """The codes of a list that answer to ``wanted``; in a list with classes also those they stand under."""

    def within(codes: Codes) -> sa.ColumnElement[bool]:
        return sa.and_(col(codes.list_name) == list_name, wanted(codes))

    if not CODE_LISTS[list_name].has_classes:
        return within
    own = everywhere(ente_id, within, lambda codes: col(codes.code))
    parents = everywhere(ente_id, within, lambda codes: col(codes.parent))
    both = sa.union(own, parents).cte()
    return lambda codes: sa.and_(col(codes.list_name) == list_name, col(codes.code).in_(sa.select(both.c[0])))


def _facts(codes: Codes) -> tuple[Any, ...]:
    return (
        col(codes.list_name),
        col(codes.code),
        col(codes.label),
        col(codes.parent),
        col(codes.position),
        col(codes.starts_on),
        col(codes.ends_on),
        col(codes.attributes),
    )


def _layer(row: Any) -> Layer:
    level, list_name, code, label, parent, position, starts_on, ends_on, attributes, common_code, is_historic = row
    return Layer(
        level=level,
        list_name=list_name,
        code=code,
        label=label,
        parent=parent,
        common_code=common_code,
        position=position,
        starts_on=starts_on,
        ends_on=ends_on,
        is_historic=is_historic,
        attributes=attributes,
    )
