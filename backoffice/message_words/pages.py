"""The pages of the words of messages, made the same way wherever they are shown again."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from litestar import Request, Response

from domain.correspondence.queries.words.message_words import MessageWordsRow, Words
from domain.correspondence.terms.occasions import TAG_LABELS, WRITTEN, Occasion, tags_of
from domain.kernel.actor import Operator
from domain.kernel.languages import BY_CODE, LANGUAGES
from domain.kernel.refusals import NotFound
from domain.kernel.tagged import paragraphs_of
from domain.organization.queries.enti import ente
from domain.platform.settings import settings
from domain.platform.work import UnitOfWork
from web.forms import Form
from web.locale import gettext, sentence, short_date
from web.rendering import page

PATH = "/amministrazione/messaggi"
EXAMPLE_DAYS = timedelta(days=10)
DONE = frozenset({"salvato", "partenza"})


def occasion_of(word: str) -> Occasion:
    """The occasion in an address. Refuses NotFound."""
    found = next((one for one in WRITTEN if one.value.replace("_", "-") == word), None)
    if found is None:
        raise NotFound
    return found


async def words_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    kept: MessageWordsRow,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    """One occasion in one language: what was typed, and how it arrives."""
    own = await ente(work, operator.ente_id)
    shown, length = _typed(form, kept).about(_example(own.name, work.today))
    return page(
        request,
        "message_words/edit.html",
        status=status,
        kept=kept,
        word=kept.occasion.value.replace("_", "-"),
        form=form,
        shown=shown,
        length=length,
        sender=own.name,
        tags=[(tag, sentence(TAG_LABELS[tag])) for tag in tags_of(kept.occasion)],
        tongue=BY_CODE[kept.language],
        tongues=[
            (
                one.native_name,
                f"{PATH}/{kept.occasion.value.replace('_', '-')}?lingua={one.code}",
                None,
                one.code == kept.language,
            )
            for one in LANGUAGES
        ],
        done=request.query_params.get("fatto") if request.query_params.get("fatto") in DONE else None,
    )


def _example(ente_name: str, today: date) -> dict[str, str]:
    """What the tags could be."""
    return {
        "ente": ente_name,
        "link": settings().portal_url.rstrip("/") + "/area-personale/messaggi",
        "entro": short_date(today + EXAMPLE_DAYS),
        "chi": gettext("Nome e cognome"),
        "novita": gettext("Che cosa è successo."),
        "quando": short_date(today + EXAMPLE_DAYS),
        "dove": gettext("Il posto, o come vi sentite"),
    }


def hours_page(request: Request[Any, Any, Any], form: Form[Any], *, status: int = 200) -> Response[Any]:
    """When messages rest."""
    is_saved = request.query_params.get("fatto") == "1"
    return page(request, "message_words/hours.html", status=status, form=form, is_saved=is_saved)


def _typed(form: Form[Any], kept: MessageWordsRow) -> MessageWordsRow:
    """The words as they stand in the form."""
    subject, body, short = (str(form.value(name)) for name in ("subject", "body", "short"))
    return replace(kept, words=Words(subject, paragraphs_of(body), short))
