"""The answers that colleagues find ready."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath
from pydantic import ValidationError

from domain.correspondence.actions.conversations.write_ready_answer import WriteReadyAnswer, write_ready_answer
from domain.correspondence.queries.conversations.ready_answers import ready_answer, ready_answers
from domain.kernel.languages import BY_CODE, LANGUAGES, SOURCE
from domain.kernel.roles import ADMIN_ROLES, Role
from domain.kernel.text import _
from web.access import operator
from web.forms import Form, attempt, show, typed
from web.locale import sentence
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

PATH = "/amministrazione/risposte"
WRITERS = (Role.OFFICE_HEAD, *ADMIN_ROLES)
LONGEST_NAME, LONGEST = 80, 4000


class ReadyAnswerController(Controller):
    """Those of the operator's ente, in every language that somebody has written."""

    path = PATH

    @get("/", name="ready_answers", **operator(*WRITERS))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """By name, with their languages; those out of use too."""
        found = await ready_answers(work, operator, also_retired=True)
        rows = [(one, [BY_CODE[code].native_name for code in one.texts if code in BY_CODE]) for one in found]
        done = request.query_params.get("fatto") == "1"
        return page(request, "conversations/ready_list.html", rows=rows, done=done)

    @get("/nuova", name="ready_answer.new", **operator(*WRITERS))
    async def new(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """An empty one."""
        return _page(request, show())

    @post("/", name="ready_answer.create", **operator(*WRITERS))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Write it."""
        form = _understood(await typed(request), None)
        if await attempt(work, operator, form, write_ready_answer, "name"):
            return see_other(request, f"{PATH}?fatto=1")
        return _page(request, form, status=422)

    @get("/{answer_id:uuid}", name="ready_answer.edit", **operator(*WRITERS))
    async def edit(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, answer_id: FromPath[UUID]
    ) -> Response[Any]:
        """As it is."""
        kept = await ready_answer(work, operator, answer_id)
        texts = {f"text.{code}": text for code, text in kept.texts.items()}
        form = show({"name": kept.name, "is_retired": "true" if kept.is_retired else None, **texts})
        return _page(request, form, answer_id)

    @post("/{answer_id:uuid}", name="ready_answer.update", **operator(*WRITERS))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, answer_id: FromPath[UUID]
    ) -> Response[Any]:
        """Write it anew."""
        await ready_answer(work, operator, answer_id)
        form = _understood(await typed(request), answer_id)
        if await attempt(work, operator, form, write_ready_answer, "name"):
            return see_other(request, f"{PATH}?fatto=1")
        return _page(request, form, answer_id, status=422)


def _understood(form: Form[Any], answer_id: UUID | None) -> Form[Any]:
    """The command that was typed, or what is wrong beside each field."""
    texts = {one.code: str(form.value(f"text.{one.code}")) for one in LANGUAGES}
    long = {f"text.{code}": _("Scrivi al massimo %(most)s caratteri.", most=LONGEST) for code in texts}
    form.refuse({field: said for field, said in long.items() if len(str(form.value(field))) > LONGEST})
    name = str(form.value("name")).strip()
    if not name or len(name) > LONGEST_NAME:
        form.refuse({"name": _("Scrivi un nome corto, al massimo %(most)s caratteri.", most=LONGEST_NAME)})
    if form.errors:
        return form
    try:
        form.command = WriteReadyAnswer(
            answer_id=answer_id, name=name, texts=texts, is_retired=bool(form.value("is_retired"))
        )
    except ValidationError:
        form.refuse({f"text.{SOURCE.code}": _("Controlla questo testo.")})
    return form


def _page(
    request: Request[Any, Any, Any], form: Form[Any], answer_id: UUID | None = None, *, status: int = 200
) -> Response[Any]:
    others = [one for one in LANGUAGES if one.code != SOURCE.code]
    return page(
        request,
        "conversations/ready_edit.html",
        status=status,
        form=form,
        action=f"{PATH}/{answer_id}" if answer_id else PATH,
        is_new=answer_id is None,
        others=[(f"text.{one.code}", one.native_name, one.direction) for one in others],
        source_name=sentence(_("Testo in italiano")),
    )
