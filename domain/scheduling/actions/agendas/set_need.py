"""An ente says for what people are seen, in plain words, and how long it takes."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from domain.kernel.actor import Actor
from domain.platform.localised import Localised
from domain.platform.work import UnitOfWork
from domain.scheduling.model.agenda import Need
from domain.scheduling.queries.agendas.kept import check_sets_needs, kept_need
from domain.scheduling.terms import Manner

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]


class SetNeed(BaseModel):
    """All of it, as it is from now on; without ``need_id`` a new one. ``to_bring``: language to what to bring."""

    need_id: UUID | None = None
    ente_id: UUID
    slug: Slug
    name: Localised
    explanation: Localised | None = None
    to_bring: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    service_slug: str | None = None
    minutes: int = Field(default=30, ge=5, le=480)
    manners: tuple[Manner, ...] = Field(default=(Manner.IN_PERSON,), min_length=1)
    is_online: bool = True
    is_discreet: bool = False
    position: int = 0
    is_offered: bool = True


async def set_need(work: UnitOfWork, actor: Actor, command: SetNeed) -> UUID:
    """The need. Appointments made for it stay as long as they were. Refuses NotFound, NotYourAgenda, NameTaken."""
    facts: dict[str, Any] = command.model_dump(exclude={"need_id", "ente_id", "name", "explanation", "manners"}) | {
        "name": command.name.root,
        "explanation": command.explanation.root if command.explanation else {},
        "to_bring": {language: list(things) for language, things in command.to_bring.items()},
        "manners": [manner.value for manner in command.manners],
    }
    if command.need_id:
        need = await kept_need(work, actor, command.need_id)
        for name, value in facts.items():
            setattr(need, name, value)
        return need.id
    check_sets_needs(actor, command.ente_id)
    need = Need(ente_id=command.ente_id, **facts)
    work.session.add(need)
    return need.id
