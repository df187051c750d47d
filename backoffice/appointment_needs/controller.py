"""The needs: the words that people read, and what each takes."""

import re
import unicodedata
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.agendas.paths import KEEPING
from backoffice.procedures.drafts.pages import ALL_LANGUAGES, many, settle, typed_sentences
from domain.catalogue.queries.published_services import published_services
from domain.kernel.actor import Operator
from domain.kernel.languages import BY_CODE, LANGUAGES
from domain.platform.work import UnitOfWork
from domain.scheduling.actions.agendas.set_need import SetNeed, set_need
from domain.scheduling.queries.agendas.needs_of import NeedRow, need_row, needs_of
from domain.scheduling.terms import Manner
from web.access import operator
from web.forms import Form, attempt, bind, show, typed
from web.locale import language_code, sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

PATH = "/amministrazione/motivi"
BOXES = ("is_online", "is_discreet", "is_offered")


class NeedController(Controller):
    """Those of the operator's ente."""

    path = PATH

    @get("/", name="needs", **operator(*KEEPING))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """In the order in which people read them, with their languages."""
        found = await needs_of(work, operator)
        rows = [(one, [BY_CODE[code].native_name for code in one.name if code in BY_CODE]) for one in found]
        done = request.query_params.get("fatto") == "1"
        return page(request, "appointment_needs/list.html", rows=rows, done=done)

    @get("/nuovo", name="need.new", **operator(*KEEPING))
    async def new(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """An empty one."""
        usual = {"minutes": 30, "position": 0, "manners": [Manner.IN_PERSON.value], "is_online": True}
        return await _page(request, work, operator, show({**usual, "is_offered": True}))

    @post("/", name="need.create", **operator(*KEEPING))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Write it."""
        form = await _sent(request, operator.ente_id, None)
        if await attempt(work, operator, form, set_need, "name.it"):
            return see_other(request, f"{PATH}?fatto=1")
        return await _page(request, work, operator, form, status=422)

    @get("/{need_id:uuid}", name="need.edit", **operator(*KEEPING))
    async def edit(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, need_id: FromPath[UUID]
    ) -> Response[Any]:
        """As it is."""
        need = await need_row(work, operator, need_id)
        return await _page(request, work, operator, show(_known(need)), need)

    @post("/{need_id:uuid}", name="need.update", **operator(*KEEPING))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, need_id: FromPath[UUID]
    ) -> Response[Any]:
        """Write it anew."""
        need = await need_row(work, operator, need_id)
        form = await _sent(request, need.ente_id, need)
        if await attempt(work, operator, form, set_need, "name.it"):
            return see_other(request, f"{PATH}?fatto=1")
        return await _page(request, work, operator, form, need, status=422)


async def _sent(request: Request[Any, Any, Any], ente_id: UUID, need: NeedRow | None) -> Form[SetNeed]:
    sent = await typed(request)
    words = await typed_sentences(request, "name", "explanation")
    lines = {one.code: str(sent.value(f"to_bring.{one.code}")).splitlines() for one in LANGUAGES}
    to_bring = {code: [line.strip() for line in things if line.strip()] for code, things in lines.items()}
    form = await bind(
        request,
        SetNeed,
        need_id=need.id if need else None,
        ente_id=ente_id,
        slug=need.slug if need else slug_of((words["name"] or {}).get("it", "")),
        to_bring={code: things for code, things in to_bring.items() if things},
        manners=many(sent.value("manners")),
        **{name: bool(sent.value(name)) for name in BOXES},
        **words,
    )
    form.errors.pop("slug", None)
    settle(form, ("name", "explanation"))
    return form


def slug_of(name: str) -> str:
    """A short name of plain letters, for addresses: it stays the same when the words are changed."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:80].strip("-")


def _known(need: NeedRow) -> dict[str, Any]:
    known: dict[str, Any] = {
        "minutes": need.minutes,
        "position": need.position,
        "service_slug": need.service_slug,
        "manners": [one.value for one in need.manners],
        **{name: getattr(need, name) or None for name in BOXES},
    }
    for name, words in (("name", need.name), ("explanation", need.explanation)):
        known |= {f"{name}.{code}": text for code, text in words.items()}
    return known | {f"to_bring.{code}": "\n".join(things) for code, things in need.to_bring.items()}


async def _page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    form: Form[Any],
    need: NeedRow | None = None,
    *,
    status: int = 200,
) -> Response[Any]:
    offered = await published_services(work, operator)
    return page(
        request,
        "appointment_needs/edit.html",
        status=status,
        form=form,
        need=need,
        all_languages=ALL_LANGUAGES,
        manners=[(one.value, sentence(one.label)) for one in Manner],
        services=[(one.slug, one.card.title.in_(language_code())) for one in offered],
    )
