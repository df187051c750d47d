"""Beginning an application for a person, and going on with one begun before."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.assistance.paths import step_path
from domain.access.terms import IdentityDocument
from domain.catalogue.queries.bandi.bandi_in_reach import bandi_at_desk
from domain.catalogue.queries.published_services import published_services
from domain.intake.actions.assistance.start_at_desk import StartAtDesk, start_at_desk
from domain.intake.queries.assistance.applicants import applicants
from domain.intake.queries.assistance.desk_drafts import desk_drafts
from domain.intake.terms import Channel, Recognition
from domain.kernel.actor import Operator
from domain.kernel.roles import DESK_ROLES
from domain.kernel.titles import Title
from domain.platform.work import UnitOfWork
from domain.registry.queries.person_card import person_card
from web.access import operator
from web.forms import Form, attempt, bind, show
from web.locale import gettext, language_code, sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

ENTERED = (Channel.DESK, Channel.PAPER)


class DeskApplicationController(Controller):
    """Applications of one person."""

    path = "/persone/{person_id:uuid}/domande"

    @get("/nuova", name="desk_application.new", **operator(*DESK_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """Which service, who applies, how the person is known; the reading is noted."""
        chosen = request.query_params.get("bando", "")[:36]
        form = show({"channel": Channel.DESK, "applicant_id": person_id, "bando_id": chosen})
        return await _form(request, work, operator, person_id, form)

    @post("/", name="desk_application.create", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """Begin it, or go on with the one there is."""
        form = await bind(request, StartAtDesk, person_id=person_id)
        field = "bando_id" if form.value("bando_id") else "service_slug"
        if await attempt(work, operator, form, start_at_desk, field):
            return see_other(request, step_path(form.answer.id, 1))
        return await _form(request, work, operator, person_id, form, status=422)


async def _form(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    person_id: UUID,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    card = await person_card(work, operator, person_id)
    if card.id != person_id:  # the record was joined to another one
        return see_other(request, f"/persone/{card.id}/domande/nuova")
    services = await published_services(work, operator)
    bandi = await bandi_at_desk(work, operator, card.ente_id)
    found = await applicants(work, operator, card)
    return page(
        request,
        "assistance/new.html",
        status=status,
        form=form,
        person=card,
        drafts=await desk_drafts(work, operator, card.id),
        services=[(one.slug, one.card.title.in_(language_code())) for one in services],
        bandi=[
            (one.id, gettext("%(title)s – chiuso") % {"title": one.title} if one.is_late else one.title)
            for one in bandi
        ],
        is_late=any(one.is_late for one in bandi),
        applicants=[
            (one.person_id, one.full_name, None if one.title is Title.SELF else sentence(one.title.label))
            for one in found
        ],
        channels=[(one.value, sentence(one.label)) for one in ENTERED],
        ways=[(one.value, sentence(one.label)) for one in Recognition],
        documents=[(one.value, sentence(one.label)) for one in IdentityDocument],
        step_path=step_path,
    )
