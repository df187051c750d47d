"""The index by which people are found: what somebody is known by, clues looked up by equality, and a vocabulary."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.platform.tables import BareTable, Json, column


class FoundBy(BareTable, table=True):
    """Everything by which a person is found, in one row: what a search compares. Made again whenever it changes.

    ``is_hidden`` is the person's protection, here so that PostgreSQL needs to look further only for those hidden.
    """

    __tablename__ = "found_by"
    __table_args__ = {"schema": "registry"}

    person_id: UUID = Field(primary_key=True, foreign_key="registry.person.id", ondelete="CASCADE")
    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    is_hidden: bool = False
    naming: dict[str, Any] = column(Json)


class Clue(BareTable, table=True):
    """One clue of a person: a number that stands for a word, two words, a code, a day (``rules/naming/clues.py``)."""

    __tablename__ = "clue"
    __table_args__ = (sa.Index("ix_clue_value_ente_id", "value", "ente_id"), {"schema": "registry"})

    person_id: UUID = Field(primary_key=True, foreign_key="registry.person.id", ondelete="CASCADE")
    value: int = Field(primary_key=True, sa_type=sa.BigInteger)
    ente_id: UUID
    is_hidden: bool = False


class NameSound(BareTable, table=True):
    """A word that somebody in the installation has in a name, by one of the keys that find words near it.

    It holds nobody: neither person nor ente, and is shown to nobody. So it needs no row-level security.
    """

    __tablename__ = "name_sound"
    __table_args__ = {"schema": "registry"}

    key: str = Field(primary_key=True)
    sound: str = Field(primary_key=True)
