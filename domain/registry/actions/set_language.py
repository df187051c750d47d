"""Somebody says in which language to be written to."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel

from domain.kernel.actor import Actor
from domain.kernel.languages import BY_CODE
from domain.platform.work import UnitOfWork
from domain.registry.queries.people import person


def _known(code: str) -> str:
    if code not in BY_CODE:
        raise ValueError("language")
    return code


class SetLanguage(BaseModel):
    """The language of the letters to ``person_id``, one of those we speak."""

    person_id: UUID
    language: Annotated[str, AfterValidator(_known)]


async def set_language(work: UnitOfWork, actor: Actor, command: SetLanguage) -> None:
    """From now on write to the person in that language. Refuses NotFound."""
    found = await person(work, actor, command.person_id, for_update=True)
    found.speak(command.language)
