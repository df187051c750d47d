"""An ente goes back to the words that the program comes with."""

from pydantic import BaseModel

from domain.correspondence.model.message_words import MessageTemplate
from domain.correspondence.permissions import may_write_words
from domain.correspondence.queries.words.message_words import last_number, words_in_force
from domain.correspondence.refusals import NotYourWords
from domain.correspondence.terms.occasions import Occasion
from domain.kernel.actor import Operator
from domain.platform import locks
from domain.platform.work import UnitOfWork


class ResetMessageWords(BaseModel):
    """Which occasion, in which language."""

    occasion: Occasion
    language: str


async def reset_message_words(work: UnitOfWork, operator: Operator, command: ResetMessageWords) -> None:
    """From today on the ente's own words are not used; they stay in the history. Refuses NotYourWords."""
    if not may_write_words(operator):
        raise NotYourWords
    await locks.hold(work, "message words", operator.ente_id, f"{command.occasion.value}:{command.language}")
    if (await words_in_force(work, operator.ente_id, command.occasion, command.language)).is_shipped:
        return
    number = 1 + await last_number(work, operator.ente_id, command.occasion, command.language)
    back = MessageTemplate(
        ente_id=operator.ente_id,
        occasion=command.occasion,
        language=command.language,
        number=number,
        subject="",
        body="",
        short="",
        is_shipped=True,
        starts_on=work.today,
        written_by_id=operator.operator_id,
    )
    work.session.add(back)
