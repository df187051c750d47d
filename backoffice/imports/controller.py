"""The imports: the list, a new file, one of them and how far it is."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.documents.actions.keep_file import keep_file
from domain.kernel.refusals import Invalid
from domain.kernel.roles import ADMIN_ROLES
from domain.legacy.actions.bring_archive import BringArchive, bring_archive
from domain.legacy.queries.files import MEDIA_TYPE, template_file
from domain.legacy.queries.imports import import_sheet, imports
from domain.legacy.terms import ArchiveKind, Doubt
from domain.platform.settings import settings
from web.access import operator
from web.downloads import download
from web.forms import Form, bind, show
from web.locale import sentence
from web.pagination import PageLinks, page_number
from web.rendering import page, see_other
from web.work import CurrentOperator, Work

PATH = "/importazioni"
DOUBTS = (Doubt.LEAVE_OUT, Doubt.CREATE)


class ImportController(Controller):
    """Only who administers the ente brings archives in."""

    path = PATH

    @get("/", name="imports", **operator(*ADMIN_ROLES))
    async def list(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Who brought which file, when, and how it ended."""
        found = await imports(work, operator, page_number(request))
        links = PageLinks(found.number, found.pages, PATH, {})
        return page(request, "imports/list.html", rows=found.items, total=found.total, links=links)

    @get("/nuova", name="import.new", **operator(*ADMIN_ROLES))
    async def new(self, request: Request[Any, Any, Any]) -> Response[Any]:
        """The form for a file."""
        return _new_page(request, show({"kind": ArchiveKind.PEOPLE, "days_kept": 90}))

    @post("/", name="import.create", **operator(*ADMIN_ROLES))
    async def create(self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator) -> Response[Any]:
        """Keep the file, and have it read."""
        form = await bind(request, BringArchive)
        try:
            if form.command is not None:
                import_id = await bring_archive(work, operator, await _with_file(form, form.command))
                return see_other(request, f"{PATH}/{import_id}")
        except Invalid as refusal:
            await work.discard()
            form.refuse(refusal)
        return _new_page(request, form, status=422)

    @get("/{import_id:uuid}", name="import.show", **operator(*ADMIN_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, import_id: FromPath[UUID]
    ) -> Response[Any]:
        """How far it is; asked again by the page while the program works on it."""
        sheet = await import_sheet(work, operator, import_id)
        doubts = [(one.value, sentence(one.label)) for one in DOUBTS]
        shown = {"sheet": sheet, "doubts": doubts, "form": show({"choice": sheet.doubts.value})}
        return page(request, "imports/show.html", block="import_state", **shown)


class ImportTemplateController(Controller):
    """Empty files to fill in."""

    path = f"{PATH}/modelli"

    @get("/{kind:str}", name="import.template", **operator(*ADMIN_ROLES))
    async def show(self, kind: FromPath[ArchiveKind]) -> Response[Any]:
        """The headings of a kind, with one row as an example."""
        made = template_file(kind)
        return download(made.content, made.file_name, MEDIA_TYPE)


async def _with_file(form: Form[Any], command: BringArchive) -> BringArchive:
    """The command with the file that was sent, whose bytes are in the store."""
    if not (sent := form.files.get("file")):
        return command
    stored = await keep_file(await sent[0].read())
    named = {"file_name": sent[0].filename[:255], "stored": stored}
    return BringArchive.model_validate(command.model_dump(exclude={"file_name", "stored"}) | named)


def _new_page(request: Request[Any, Any, Any], form: Form[Any], *, status: int = 200) -> Response[Any]:
    kinds = [(one.value, sentence(one.label)) for one in ArchiveKind]
    most = settings().upload_limit_bytes // (1024 * 1024)
    return page(request, "imports/new.html", status=status, form=form, kinds=kinds, most=most)
