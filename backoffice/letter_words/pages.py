"""The page of the words of a letter, made the same way wherever it is shown again."""

from typing import Any

from litestar import Request, Response

from domain.intake.queries.letters.letter_words import TAGS, LetterWordsRow
from domain.kernel.actor import Operator
from domain.kernel.languages import BY_CODE, LANGUAGES
from domain.kernel.refusals import NotFound
from domain.kernel.tagged import filled, paragraphs_of
from domain.organization.queries.enti import ente
from domain.platform.work import UnitOfWork
from domain.procedure.terms.designing import Letter
from web.forms import Form
from web.locale import gettext, sentence
from web.rendering import page

PATH = "/amministrazione/lettere"
DONE = frozenset({"salvato", "partenza"})
EXAMPLE_NUMBER = "0000123/2026"


def letter_of(word: str) -> Letter:
    """The letter in an address. Refuses NotFound."""
    found = next((one for one in Letter if address_word(one) == word), None)
    if found is None:
        raise NotFound
    return found


def address_word(letter: Letter) -> str:
    """How a letter stands in an address."""
    return letter.value.replace("_", "-")


async def letter_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    kept: LetterWordsRow,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    """One letter in one language: what was typed, and how it reads."""
    word, tags = address_word(kept.letter), _example((await ente(work, operator.ente_id)).name)
    title, opening, closing = (str(form.value(name)) for name in ("title", "opening", "closing"))
    return page(
        request,
        "letter_words/edit.html",
        status=status,
        kept=kept,
        word=word,
        form=form,
        shown_title=filled(title, tags),
        shown=[filled(one, tags) for one in (*paragraphs_of(opening), *paragraphs_of(closing))],
        tags=[(tag, sentence(meaning)) for tag, meaning in TAGS.items()],
        tongue=BY_CODE[kept.language],
        tongues=[
            (one.native_name, f"{PATH}/{word}?lingua={one.code}", None, one.code == kept.language) for one in LANGUAGES
        ],
        done=request.query_params.get("fatto") if request.query_params.get("fatto") in DONE else None,
    )


def _example(ente_name: str) -> dict[str, str]:
    """What the tags could be."""
    return {
        "ente": ente_name,
        "servizio": gettext("Nome del servizio"),
        "persona": gettext("Nome e cognome"),
        "domanda": EXAMPLE_NUMBER,
    }
