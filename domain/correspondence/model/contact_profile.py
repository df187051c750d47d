"""How a person wants to be reached, and how it is safe to."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.correspondence.rules.safe_contact import SafeContact
from domain.correspondence.terms import Channel, ContactWay, Sort
from domain.platform.tables import Json, Table, column, instant


class ContactProfile(Table, table=True):
    """A version: it holds from ``created_at`` until ``ended_at``. Who set it and why is kept.

    After two records were joined, two versions may hold at once: then what is safe by both counts.
    Minutes are counted from midnight, in Italy. ``set_by_id`` is an operator; None: the person.
    """

    __tablename__ = "contact_profile"
    __table_args__ = (
        sa.Index("ix_contact_profile_now", "person_id", postgresql_where=sa.text("ended_at IS NULL")),
        {"schema": "correspondence"},
    )

    ente_id: UUID = Field(foreign_key="organization.ente.id", index=True)
    person_id: UUID = Field(foreign_key="registry.person.id", index=True)
    wanted: dict[str, Any] = column(Json)
    never: list[Any] = column(Json)
    weekdays: list[Any] = column(Json)
    from_minute: int | None = None
    to_minute: int | None = None
    is_sender_neutral: bool = False
    is_phone_shared: bool = False
    is_mail_shared: bool = False
    is_hidden: bool = False
    why: str = ""
    set_by_id: UUID | None = Field(default=None, foreign_key="organization.operator.id")
    ended_at: datetime | None = instant()

    @property
    def as_rule(self) -> SafeContact:
        """What every message obeys."""
        return SafeContact(
            wanted={Sort(sort): frozenset(map(Channel, channels)) for sort, channels in self.wanted.items()},
            never=frozenset(map(ContactWay, self.never)),
            days=frozenset(self.weekdays),
            starts=self.from_minute,
            ends=self.to_minute,
            is_sender_neutral=self.is_sender_neutral,
            is_phone_shared=self.is_phone_shared,
            is_mail_shared=self.is_mail_shared,
            is_hidden=self.is_hidden,
        )
