"""The bandi of the ente: the list, beginning one, its page, its words and hours."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.bandi.pages import bando_page
from backoffice.bandi.paths import BANDO, PATH, bando_path
from backoffice.procedures.drafts.pages import ALL_LANGUAGES, settle, shown_sentence, typed_sentences
from domain.catalogue.actions.bandi.change_bando import ChangeBando, change_bando
from domain.catalogue.actions.bandi.draft_bando import DraftBando, draft_bando
from domain.catalogue.queries.bandi.bandi_in_reach import bandi_in_reach
from domain.catalogue.queries.bandi.bando_sheet import DESIGN_ROLES, BandoSheet, bando_sheet
from domain.catalogue.queries.published_services import published_services
from domain.kernel.actor import Operator
from domain.kernel.clock import ROME
from domain.kernel.roles import DESK_ROLES
from domain.organization.queries.offices import offices_of
from domain.platform.work import UnitOfWork
from web.access import operator
from web.forms import Form, attempt, bind, show
from web.locale import language_code
from web.pagination import PageLinks, page_number
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

SENTENCES = ("title", "summary", "requirements", "contacts")


class BandoController(Controller):
    """Written by who runs the ente or its plan; who works on applications finds them here."""

    path = PATH

    @get("/", name="bandi", **operator(*DESIGN_ROLES, *DESK_ROLES))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """The newest first."""
        return await _list(request, work, operator, show())

    @post("/", name="bando.create", **operator(*DESIGN_ROLES))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Begin one: its name, and the service to which people apply."""
        form = await bind(request, DraftBando)
        if await attempt(work, operator, form, draft_bando, "title"):
            return see_other(request, bando_path(form.answer, "/testi"))
        return await _list(request, work, operator, form, status=422)

    @get("/{bando_id:uuid}", name="bando", **operator(*DESIGN_ROLES, *DESK_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, bando_id: FromPath[UUID]
    ) -> Response[Any]:
        """What it says, and for who writes it what is missing and what can be done now."""
        return await bando_page(request, work, operator, bando_id)


class BandoWordsController(Controller):
    """Its words, and while it is a draft its hours."""

    path = f"{BANDO}/testi"

    @get("/", name="bando.words", **operator(*DESIGN_ROLES))
    async def edit(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, bando_id: FromPath[UUID]
    ) -> Response[Any]:
        """What is written so far."""
        return await _words(request, work, operator, bando_id, None)

    @post("/", name="bando.words.update", **operator(*DESIGN_ROLES))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, bando_id: FromPath[UUID]
    ) -> Response[Any]:
        """Keep it, also when parts are missing."""
        written = await typed_sentences(request, *SENTENCES)
        form = await bind(request, ChangeBando, bando_id=bando_id, **written)
        if await attempt(work, operator, form, change_bando, "title"):
            return see_other(request, bando_path(bando_id, "?fatto=salvato"))
        settle(form, SENTENCES)
        return await _words(request, work, operator, bando_id, form, status=422)


async def _list(
    request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator, form: Form[Any], *, status: int = 200
) -> Response[Any]:
    found = await bandi_in_reach(work, operator, page_number(request))
    designs = operator.has(*DESIGN_ROLES)
    services = await published_services(work, operator) if designs else []
    return page(
        request,
        "bandi/list.html",
        status=status,
        form=form,
        rows=found.items,
        pages=PageLinks(found.number, found.pages, PATH, {}),
        services=[(one.slug, one.card.title.in_(language_code())) for one in services],
        designs=designs,
        sees_applications=operator.has(*DESK_ROLES),
    )


async def _words(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    bando_id: UUID,
    form: Form[Any] | None,
    *,
    status: int = 200,
) -> Response[Any]:
    sheet = await bando_sheet(work, operator, bando_id)
    offices = await offices_of(work, operator, sheet.ente_id)
    return page(
        request,
        "bandi/words.html",
        status=status,
        form=form or show(_known(sheet)),
        bando=sheet,
        is_draft=sheet.number == 0,
        offices=[(one.id, one.name) for one in offices if one.is_open],
        all_languages=ALL_LANGUAGES,
    )


def _known(sheet: BandoSheet) -> dict[str, Any]:
    content = sheet.content
    said: dict[str, Any] = {}
    for name in SENTENCES:
        said |= shown_sentence(name, getattr(content, name))
    opens, closes = sheet.opens_at, sheet.closes_at
    return said | {
        "seen_revision": sheet.revision,
        "documents": "\n".join(one.in_("it") for one in content.documents),
        "act": content.act,
        "appeal": content.appeal,
        "office_id": sheet.office_id,
        "is_late_accepted": "true" if content.is_late_accepted else "",
        "opens_on": opens.astimezone(ROME).date().isoformat() if opens else None,
        "opens_hour": f"{opens.astimezone(ROME):%H:%M}" if opens else "09:00",
        "closes_on": closes.astimezone(ROME).date().isoformat() if closes else None,
        "closes_hour": f"{closes.astimezone(ROME):%H:%M}" if closes else "12:00",
    }
