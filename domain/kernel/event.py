"""Something that happened, named in the past tense: ids and facts only, never a person's data."""

from uuid import UUID

from pydantic import BaseModel, ConfigDict


class Event(BaseModel):
    """Base of every event. ``ente_id`` is the ente in which it happened: reactions run within it."""

    model_config = ConfigDict(frozen=True)

    ente_id: UUID
