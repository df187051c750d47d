"""How we reach somebody: by which channel, in which language, and what is safe."""

from typing import Any

from litestar import Controller, Request, Response, get, post

from domain.correspondence.actions.letters.set_contact_profile import SetContactProfile, set_contact_profile
from domain.correspondence.queries.contact_profiles import contact_profile
from domain.correspondence.terms import Channel, ContactWay, Sort
from domain.kernel.languages import BY_CODE
from domain.organization.terms import WEEKDAYS
from domain.registry.actions.set_language import SetLanguage, set_language
from domain.registry.queries.person_card import person_card
from web.access import CITIZEN
from web.forms import Form, bind, show
from web.locale import sentence
from web.rendering import page, see_other
from web.visit import visit_of
from web.work import CurrentCitizen, Work

PATH = "/area-personale/come-ti-contattiamo"


class ContactChoiceController(Controller):
    """One's own choices; nobody makes them for another here."""

    path = PATH

    @get("/", name="contact_choice", **CITIZEN)
    async def show(self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen) -> Response[str]:
        """As they are."""
        kept = await contact_profile(work, citizen, citizen.person_id)
        return await _choice_page(request, work, citizen, show(kept.safe.as_typed()))

    @post("/", name="contact_choice.update", **CITIZEN)
    async def update(self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen) -> Response[Any]:
        """From the next message on, and for those that wait."""
        form = await bind(request, SetContactProfile, person_id=citizen.person_id)
        if form.command is not None:
            await set_contact_profile(work, citizen, form.command)
            if (language := str(form.value("language"))) in BY_CODE:
                await set_language(work, citizen, SetLanguage(person_id=citizen.person_id, language=language))
            return see_other(request, f"{PATH}?fatto=1")
        return await _choice_page(request, work, citizen, form, status=422)


async def _choice_page(
    request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, form: Form[Any], *, status: int = 200
) -> Response[str]:
    me = await person_card(work, citizen, citizen.person_id)
    form.values.setdefault("language", me.language)
    return page(
        request,
        "contact_choices/show.html",
        status=status,
        form=form,
        me=me,
        sorts=[(f"wanted_{sort.value}", sentence(sort.label)) for sort in Sort],
        channels=[(one.value, sentence(one.label)) for one in Channel],
        ways=[(one.value, sentence(one.label)) for one in ContactWay],
        days=[(number, sentence(day)) for number, day in enumerate(WEEKDAYS)],
        tongues=[(one.code, one.native_name) for one in visit_of(request).languages],
        is_careful=any(form.value(name) for name in CAREFUL),
        is_saved=request.query_params.get("fatto") == "1",
    )


CAREFUL = ("never", "days", "starts", "ends", "is_sender_neutral", "is_phone_shared", "is_mail_shared", "is_hidden")
