"""Asking that something we keep be put right."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post

from domain.access.queries.represented_people import represented_people
from domain.kernel.refusals import NotFound
from domain.privacy.actions.rectifications.ask_rectification import AskRectification, ask_rectification
from domain.privacy.queries.rectifications.rectifications import own_rectifications
from domain.privacy.refusals import TooManyRectifications
from domain.registry.queries.facts.fact_form import FactForm, fact_form
from portal.my_data.controller import field_rows
from web.access import CITIZEN
from web.forms import Form, bind, show
from web.locale import gettext, sentence
from web.rendering import page, see_other
from web.work import CurrentCitizen, Work

PATH = "/area-personale/rettifiche"


class RectificationController(Controller):
    """What was asked, how it ended, and asking anew."""

    path = PATH

    @get("/", name="rectification.list", **CITIZEN)
    async def list(self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen) -> Response[str]:
        """The latest first, with the office's answer and what one can do against a no."""
        rows = await own_rectifications(work, citizen)
        is_sent = request.query_params.get("mandata") == "1"
        return page(request, "my_data/rectifications.html", rows=rows, me=citizen.person_id, is_sent=is_sent)

    @get("/nuova", name="rectification.new", **CITIZEN)
    async def new(self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen) -> Response[str]:
        """What is wrong and how it should be; with ``dato`` about one thing that is shown."""
        form = show({"person_id": citizen.person_id, "fact_id": request.query_params.get("dato")})
        return await _form_page(request, work, citizen, form)

    @post("/", name="rectification.create", **CITIZEN)
    async def create(self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen) -> Response[Any]:
        """Send it to the office."""
        form = await bind(request, AskRectification)
        if form.command is not None:
            try:
                await ask_rectification(work, citizen, form.command)
                return see_other(request, f"{PATH}?mandata=1")
            except TooManyRectifications as refusal:
                await work.discard()
                form.errors["wrong"] = sentence(refusal.message)
        return await _form_page(request, work, citizen, form, status=422)


async def _form_page(
    request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, form: Form[Any], *, status: int = 200
) -> Response[str]:
    fact = await _fact(work, citizen, form)
    others = await represented_people(work, citizen) if citizen.acts_for and fact is None else []
    return page(
        request,
        "my_data/rectification_new.html",
        status=status,
        form=form,
        fact=fact,
        fact_rows=field_rows(fact.words) if fact else [],
        me=citizen.person_id,
        people=[(citizen.person_id, gettext("I miei dati")), *((one.person_id, one.full_name) for one in others)],
    )


async def _fact(work: Work, citizen: CurrentCitizen, form: Form[Any]) -> FactForm | None:
    """The thing it is about. Refuses NotFound: another's, or none."""
    asked = form.value("fact_id")
    if not asked:
        return None
    try:
        person_id, fact_id = UUID(str(form.value("person_id"))), UUID(str(asked))
    except ValueError:
        raise NotFound from None
    return await fact_form(work, citizen, person_id, fact_id)
