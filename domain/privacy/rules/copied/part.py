"""What everything in a copy of one's data has in common."""

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """Base of everything in the copy: closed, so that nothing gets in unseen."""

    model_config = ConfigDict(frozen=True, extra="forbid")
