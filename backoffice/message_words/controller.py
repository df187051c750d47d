"""The words of messages: a list of occasions, and one of them in one language with its preview."""

from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.message_words.pages import PATH, hours_page, occasion_of, words_page
from domain.correspondence.actions.words.reset_message_words import ResetMessageWords, reset_message_words
from domain.correspondence.actions.words.set_message_hours import SetMessageHours, set_message_hours
from domain.correspondence.actions.words.write_message_words import WriteMessageWords, write_message_words
from domain.correspondence.queries.contact_profiles import as_hour
from domain.correspondence.queries.words.message_hours import message_hours
from domain.correspondence.queries.words.message_words import message_words, occasions_of
from domain.kernel.languages import BY_CODE
from domain.kernel.refusals import Invalid
from domain.kernel.roles import ADMIN_ROLES
from web.access import operator
from web.forms import bind, show, typed
from web.rendering import page, see_other
from web.requests.language_asked import language_asked
from web.work import CurrentOperator, Work


class MessageWordsController(Controller):
    """The words of the operator's ente."""

    path = PATH

    @get("/", name="message_words", **operator(*ADMIN_ROLES))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Every occasion, and in which languages the ente has words of its own."""
        rows = [
            (one.occasion, [BY_CODE[code].native_name for code in one.languages])
            for one in await occasions_of(work, operator)
        ]
        return page(request, "message_words/list.html", rows=rows)

    @get("/{occasion:str}", name="message_words.edit", **operator(*ADMIN_ROLES))
    async def edit(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, occasion: FromPath[str]
    ) -> Response[Any]:
        """The words in force in a language, and how they arrive."""
        about, language = occasion_of(occasion), language_asked(request)
        kept = await message_words(work, operator, about, language)
        known = {"subject": kept.words.subject, "short": kept.words.short}
        form = show(known | {"body": "\n\n".join(kept.words.paragraphs), "starts_on": work.today})
        return await words_page(request, work, operator, kept, form)

    @post("/{occasion:str}", name="message_words.update", **operator(*ADMIN_ROLES))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, occasion: FromPath[str]
    ) -> Response[Any]:
        """Write a new version."""
        about, language = occasion_of(occasion), language_asked(request)
        form = await bind(request, WriteMessageWords, occasion=about, language=language)
        if form.command is not None:
            try:
                await write_message_words(work, operator, form.command)
                return see_other(request, f"{PATH}/{occasion}?lingua={language}&fatto=salvato")
            except Invalid as refusal:
                await work.discard()
                form.refuse(refusal)
        kept = await message_words(work, operator, about, language)
        return await words_page(request, work, operator, kept, form, status=422)


class MessageWordsPreviewController(Controller):
    """How words would arrive; nothing is written."""

    path = f"{PATH}/{{occasion:str}}"

    @post("/anteprima", name="message_words.preview", **operator(*ADMIN_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, occasion: FromPath[str]
    ) -> Response[Any]:
        """What was typed, as an e-mail and as an SMS."""
        kept = await message_words(work, operator, occasion_of(occasion), language_asked(request))
        return await words_page(request, work, operator, kept, await typed(request))

    @post("/partenza", name="message_words.reset", **operator(*ADMIN_ROLES))
    async def delete(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, occasion: FromPath[str]
    ) -> Response[Any]:
        """Back to the words that the program comes with."""
        about, language = occasion_of(occasion), language_asked(request)
        await reset_message_words(work, operator, ResetMessageWords(occasion=about, language=language))
        return see_other(request, f"{PATH}/{occasion}?lingua={language}&fatto=partenza")


class MessageHoursController(Controller):
    """When the messages of the ente rest."""

    path = f"{PATH}/orari"

    @get("/", name="message_hours", **operator(*ADMIN_ROLES))
    async def edit(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """As they are."""
        kept = await message_hours(work, operator.ente_id)
        known = {"quiet_from": as_hour(kept.quiet_from), "quiet_to": as_hour(kept.quiet_to)}
        more = {"is_sunday_quiet": kept.is_sunday_quiet or None, "neutral_sender": kept.neutral_sender}
        return hours_page(request, show(known | more))

    @post("/", name="message_hours.update", **operator(*ADMIN_ROLES))
    async def update(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """From now on, also for the messages that wait."""
        form = await bind(request, SetMessageHours)
        if form.command is None:
            return hours_page(request, form, status=422)
        await set_message_hours(work, operator, form.command)
        return see_other(request, f"{PATH}/orari?fatto=1")
