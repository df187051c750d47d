"""Codes of the coded lists: those shipped with the program, and what an ambito or an ente says beside them."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.organization.refusals import CodeTaken
from domain.organization.rules.code_layers import searchable
from domain.organization.terms import CodeSource
from domain.platform.database import means
from domain.platform.tables import Json, Table, column, word

EVER = date(1900, 1, 1)


class CommonCode(Table, table=True):
    """A code that every ente has, shipped with the program: only the program writes it, and it is never deleted.

    ``searched`` are the words of the label as they are looked for.
    """

    __tablename__ = "common_code"
    __table_args__ = (sa.UniqueConstraint("list_name", "code"), {"schema": "organization"})

    list_name: str
    code: str
    label: str
    searched: str
    parent: str | None = None
    position: int
    starts_on: date | None = None
    ends_on: date | None = None
    is_historic: bool = False
    source: CodeSource = word(CodeSource)
    attributes: dict[str, Any] = column(Json, default_factory=dict)


class LocalCode(Table, table=True):
    """What an ambito or an ente says of a code: a code of its own, or what it changes of one it inherits.

    Of an inherited code only what is changed is here: None leaves it as it is. ``is_own`` codes started here.
    ``starts_on`` and ``ends_on`` are the first and the last day on which the code is offered.
    """

    __tablename__ = "local_code"
    __table_args__ = (
        sa.UniqueConstraint("list_name", "code", "ente_id"),
        sa.CheckConstraint("label IS NOT NULL OR NOT is_own", name="own_label"),
        {"schema": "organization"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    list_name: str
    code: str
    is_own: bool = False
    label: str | None = None
    searched: str | None = None
    parent: str | None = None
    common_code: str | None = None
    position: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    attributes: dict[str, Any] = column(Json, default_factory=dict)

    def rename(self, label: str | None, position: int | None) -> None:
        """The code is shown with these words, in this place; None leaves those it inherits."""
        self.label, self.position = label, position
        self.searched = None if label is None else searchable(label)

    def count_as(self, common_code: str | None) -> None:
        """Statistics count the code as ``common_code``."""
        self.common_code = common_code

    def mark(self, attributes: Mapping[str, Any]) -> None:
        """What is known of the code besides, at this level."""
        self.attributes = dict(attributes)

    def switch_off(self, first_day_off: date, inherited_from: date | None) -> None:
        """The code is not offered from ``first_day_off`` on; until then since ``inherited_from``, or since ever."""
        self.starts_on = self.starts_on or inherited_from or EVER
        self.ends_on = first_day_off - timedelta(days=1)

    def switch_on(self, starts_on: date) -> None:
        """The code is offered without an end: from ``starts_on`` on, or from before if it was offered before."""
        self.starts_on, self.ends_on = min(self.starts_on or starts_on, starts_on), None


means("uq_local_code_list_name_code_ente_id", CodeTaken())
