"""Every event, kept for ever and never changed; and which reactions have handled it."""

import importlib
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Field

from domain.kernel.clock import utcnow
from domain.kernel.event import Event
from domain.platform.tables import BareTable, Instant, Json, Table


class EventRecord(Table, table=True):
    """One event as it was recorded, in the transaction in which it happened."""

    __tablename__ = "event"
    __table_args__ = {"schema": "platform"}

    ente_id: UUID = Field(index=True)
    kind: str
    body: dict[str, Any] = Field(sa_type=Json)

    @classmethod
    def of(cls, event: Event, at: datetime) -> "EventRecord":
        """The record of ``event``."""
        kind = f"{type(event).__module__}:{type(event).__name__}"
        return cls(ente_id=event.ente_id, kind=kind, body=event.model_dump(mode="json"), created_at=at)

    def event(self) -> Event:
        """The event itself again."""
        module, name = self.kind.split(":")
        found: type[Event] = getattr(importlib.import_module(module), name)
        return found.model_validate(self.body)


class ReactionDone(BareTable, table=True):
    """A reaction that has run for an event: its key makes it run once."""

    __tablename__ = "reaction_done"
    __table_args__ = {"schema": "platform"}

    event_id: UUID = Field(primary_key=True, foreign_key="platform.event.id")
    reaction: str = Field(primary_key=True)
    done_at: datetime = Field(default_factory=utcnow, sa_type=Instant, nullable=False)  # pyright: ignore[reportArgumentType]
