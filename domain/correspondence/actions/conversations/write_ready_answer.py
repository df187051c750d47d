"""Write an answer that colleagues find ready, in one or more languages."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints
from sqlmodel import col, select

from domain.correspondence.model.conversation import ReadyAnswer
from domain.correspondence.permissions import may_write_ready_answers
from domain.correspondence.queries.conversations.ready_answers import ready_answer_to_change
from domain.correspondence.refusals import NotYourWords, ReadyAnswerExists
from domain.correspondence.terms.conversations import LONGEST
from domain.kernel.actor import Operator
from domain.kernel.languages import BY_CODE, SOURCE
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.platform.work import UnitOfWork

Answer = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST // 2)]


class WriteReadyAnswer(BaseModel):
    """A new one, or ``answer_id`` anew; ``texts`` by language. ``is_retired``: nobody is offered it any more."""

    answer_id: UUID | None = None
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
    texts: dict[str, Answer]
    is_retired: bool = False


async def write_ready_answer(work: UnitOfWork, operator: Operator, command: WriteReadyAnswer) -> UUID:
    """From now on, for the operator's ente; what was sent keeps its words.

    Refuses NotYourWords without the role, NotFound for another ente's, Invalid without an Italian text, and
    ReadyAnswerExists.
    """
    if not may_write_ready_answers(operator):
        raise NotYourWords
    texts = {code: text for code, text in command.texts.items() if text and code in BY_CODE}
    if SOURCE.code not in texts:
        raise Invalid({f"text.{SOURCE.code}": _("Scrivi il testo in italiano: è quello che leggono i colleghi.")})
    same = select(ReadyAnswer.id).where(
        col(ReadyAnswer.ente_id) == operator.ente_id, col(ReadyAnswer.name) == command.name
    )
    if (await work.session.exec(same)).first() not in (None, command.answer_id):
        raise ReadyAnswerExists
    if command.answer_id is None:
        written = ReadyAnswer(
            ente_id=operator.ente_id,
            name=command.name,
            texts=texts,
            is_retired=command.is_retired,
            written_by_id=operator.operator_id,
            written_at=work.now,
        )
        work.session.add(written)
    else:
        written = await ready_answer_to_change(work, operator, command.answer_id)
        written.name, written.texts, written.is_retired = command.name, texts, command.is_retired
        written.written_by_id, written.written_at = operator.operator_id, work.now
    await work.session.flush()  # two at once with one name: the second is refused here
    return written.id
