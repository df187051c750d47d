"""An ente goes back to the words with which the program comes, for a letter."""

from pydantic import BaseModel

from domain.intake.model.letter_template import LetterTemplate
from domain.intake.queries.letters.letter_words import last_number, own_letter_words
from domain.kernel.actor import Operator
from domain.platform import locks
from domain.platform.work import UnitOfWork
from domain.procedure.terms.designing import Letter


class ResetLetterWords(BaseModel):
    """Which letter, in which language."""

    letter: Letter
    language: str


async def reset_letter_words(work: UnitOfWork, operator: Operator, command: ResetLetterWords) -> None:
    """From today on the ente's own words are not used; they stay in the history. Refuses NotAllowed."""
    if (await own_letter_words(work, operator, command.letter, command.language)).is_shipped:
        return
    await locks.hold(work, "letter words", operator.ente_id, f"{command.letter.value}:{command.language}")
    back = LetterTemplate(
        ente_id=operator.ente_id,
        letter=command.letter.value,
        language=command.language,
        number=1 + await last_number(work, operator.ente_id, command.letter, command.language),
        title="",
        opening="",
        closing="",
        is_shipped=True,
        starts_on=work.today,
        written_by_id=operator.operator_id,
    )
    work.session.add(back)
