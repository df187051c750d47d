"""Which interpreters suit: the same answer where times are offered and where one of them is held."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.scheduling.model.resource import Resource
from domain.scheduling.terms import ResourceKind


@dataclass(frozen=True)
class WantedInterpreter:
    """Who speaks ``language``; a woman or a man alone where ``gender`` says so."""

    language: str
    gender: str = ""


def suits(wanted: WantedInterpreter, family: Collection[UUID]) -> sa.ColumnElement[bool]:
    """The SQL condition that a resource of one of the enti ``family`` interprets as it is wanted."""
    return sa.and_(
        col(Resource.ente_id).in_(family),
        col(Resource.kind) == ResourceKind.INTERPRETER,
        col(Resource.is_offered),
        sa.literal(wanted.language) == sa.any_(col(Resource.languages)),
        col(Resource.gender) == wanted.gender if wanted.gender else sa.true(),
    )
