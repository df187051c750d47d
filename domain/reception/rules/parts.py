"""The parts of a sheet as they are typed, before anything is looked up."""

from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from domain.reception.terms.sheets import Dimension, Priority, RequestState

Short = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Long = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000)]


class TypedNeed(BaseModel):
    """A need: ``code`` is the code, its label, or some words of it. It may be asked, seen, or both."""

    code: Short
    dimensions: tuple[Dimension, ...] = (Dimension.EXPRESSED,)
    priority: Priority = Priority.NORMAL
    note: Short = ""


class TypedRequest(BaseModel):
    """A requested service, how far it is, and the minutes of work."""

    code: Short
    state: RequestState = RequestState.INFORMATION
    minutes: int = Field(default=0, ge=0, le=10_000)
    note: Short = ""


class Reporter(BaseModel):
    """Who tells of the person, when somebody else does."""

    name: Short = ""
    role: Short = ""
    organisation: Short = ""

    def kept(self) -> dict[str, str]:
        """What was said; nothing when nothing was."""
        return {key: value for key, value in self.model_dump().items() if value}


class ReferenceContact(BaseModel):
    """Somebody to turn to about the person."""

    name: Short = ""
    relation: Short = ""
    phone: Short = ""
    problems: Short = ""

    def kept(self) -> dict[str, str]:
        """What was said; nothing when nothing was."""
        return {key: value for key, value in self.model_dump().items() if value}
