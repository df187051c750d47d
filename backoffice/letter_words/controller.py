"""The words of letters: a list, and one of them in one language with its preview."""

from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.letter_words.pages import PATH, address_word, letter_of, letter_page
from domain.intake.actions.letters.reset_letter_words import ResetLetterWords, reset_letter_words
from domain.intake.actions.letters.write_letter_words import WriteLetterWords, write_letter_words
from domain.intake.queries.letters.letter_words import letters_with_words, own_letter_words
from domain.kernel.languages import BY_CODE
from domain.kernel.roles import ADMIN_ROLES, Role
from web.access import operator
from web.forms import attempt, bind, show, typed
from web.rendering import page, see_other
from web.requests.language_asked import language_asked
from web.work import CurrentOperator, Work

WRITERS = (Role.OFFICE_HEAD, *ADMIN_ROLES)


class LetterWordsController(Controller):
    """The words of the operator's ente."""

    path = PATH

    @get("/", name="letter_words", **operator(*WRITERS))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Every letter, and in which languages the ente has words of its own."""
        rows = [
            (one.label, address_word(one), [BY_CODE[code].native_name for code in languages])
            for one, languages in await letters_with_words(work, operator)
        ]
        return page(request, "letter_words/list.html", rows=rows)

    @get("/{letter:str}", name="letter_words.edit", **operator(*WRITERS))
    async def edit(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, letter: FromPath[str]
    ) -> Response[Any]:
        """The words in force in a language, and how they read."""
        kept = await own_letter_words(work, operator, letter_of(letter), language_asked(request))
        known = {"title": kept.words.title, "opening": kept.words.opening, "closing": kept.words.closing}
        return await letter_page(request, work, operator, kept, show(known | {"starts_on": work.today}))

    @post("/{letter:str}", name="letter_words.update", **operator(*WRITERS))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, letter: FromPath[str]
    ) -> Response[Any]:
        """Write a new version."""
        about, language = letter_of(letter), language_asked(request)
        form = await bind(request, WriteLetterWords, letter=about, language=language)
        if await attempt(work, operator, form, write_letter_words):
            return see_other(request, f"{PATH}/{letter}?lingua={language}&fatto=salvato")
        kept = await own_letter_words(work, operator, about, language)
        return await letter_page(request, work, operator, kept, form, status=422)


class LetterWordsPreviewController(Controller):
    """How words would read, and back to the shipped ones."""

    path = f"{PATH}/{{letter:str}}"

    @post("/anteprima", name="letter_words.preview", **operator(*WRITERS))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, letter: FromPath[str]
    ) -> Response[Any]:
        """What was typed, as the person would read it; nothing is written."""
        kept = await own_letter_words(work, operator, letter_of(letter), language_asked(request))
        return await letter_page(request, work, operator, kept, await typed(request))

    @post("/partenza", name="letter_words.reset", **operator(*WRITERS))
    async def delete(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, letter: FromPath[str]
    ) -> Response[Any]:
        """Back to the words that the program comes with."""
        about, language = letter_of(letter), language_asked(request)
        await reset_letter_words(work, operator, ResetLetterWords(letter=about, language=language))
        return see_other(request, f"{PATH}/{letter}?lingua={language}&fatto=partenza")
