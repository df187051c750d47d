"""The answers that an ente has ready, in Italian for who picks one and in the language of who reads it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from domain.correspondence.model.conversation import ReadyAnswer
from domain.kernel.actor import Actor, Operator
from domain.kernel.languages import SOURCE
from domain.kernel.refusals import NotFound
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class ReadyAnswerRow:
    """An answer by its name; ``texts`` by language, Italian always."""

    id: UUID
    name: str
    texts: Mapping[str, str]
    is_retired: bool
    written_at: datetime

    @property
    def source(self) -> str:
        """The Italian text, which the operator reads."""
        return self.texts[SOURCE.code]

    def in_(self, language: str) -> str:
        """The text in ``language``; in Italian where nobody has translated it."""
        return self.texts.get(language) or self.source

    def is_in(self, language: str) -> bool:
        """Whether it was written in ``language``."""
        return bool(self.texts.get(language))


async def ready_answers(
    work: UnitOfWork, operator: Operator, *, also_retired: bool = False
) -> Sequence[ReadyAnswerRow]:
    """Those of the operator's ente, by name; an ente has some dozens. One question."""
    wanted = select(ReadyAnswer).where(col(ReadyAnswer.ente_id) == operator.ente_id)
    if not also_retired:
        wanted = wanted.where(col(ReadyAnswer.is_retired).is_(False))
    return [_row(one) for one in (await work.session.exec(wanted.order_by(col(ReadyAnswer.name)))).all()]


async def ready_answer(work: UnitOfWork, actor: Actor, answer_id: UUID) -> ReadyAnswerRow:
    """One of them, for an operator of the ente. Refuses NotFound, to anybody else too."""
    return _row(await ready_answer_to_change(work, actor, answer_id))


async def ready_answer_to_change(work: UnitOfWork, actor: Actor, answer_id: UUID) -> ReadyAnswer:
    """The same, for the actions that change it. Refuses NotFound."""
    if not isinstance(actor, Operator):
        raise NotFound
    wanted = select(ReadyAnswer).where(col(ReadyAnswer.id) == answer_id, col(ReadyAnswer.ente_id) == actor.ente_id)
    found = (await work.session.exec(wanted)).one_or_none()
    if found is None:
        raise NotFound
    return found


def _row(found: ReadyAnswer) -> ReadyAnswerRow:
    return ReadyAnswerRow(found.id, found.name, dict(found.texts), found.is_retired, found.written_at)
