"""The archive of a person, and one document of it."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.archive.pages import archive_page, filing_page
from domain.documents.actions.archive.keep_in_archive import KeepInArchive, keep_in_archive
from domain.documents.actions.archive.move_filing import MoveFiling, move_filing
from domain.kernel.roles import DESK_ROLES
from web.access import operator
from web.forms import attempt, bind, dates_and_file
from web.rendering import see_other
from web.work import CurrentOperator, Work


class PersonArchiveController(Controller):
    """All the documents of one person, by folder."""

    path = "/persone/{person_id:uuid}/documenti"

    @get("/", name="person.archive", **operator(*DESK_ROLES))
    async def list(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """The folders with their counts, a page of papers, and the form for another."""
        return await archive_page(request, work, operator, person_id)

    @post("/", name="person.archive.create", **operator(*DESK_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """Put a paper in the archive; a file that cannot be taken stands beside its field."""
        sent = await dates_and_file(request, file="file")
        form = await bind(request, KeepInArchive, person_id=person_id, **sent)
        if await attempt(work, operator, form, keep_in_archive, "file"):
            return see_other(request, f"/archivio/{form.answer}?fatto=messo")
        return await archive_page(request, work, operator, person_id, form, status=422)


class FilingController(Controller):
    """One document of an archive."""

    path = "/archivio/{filing_id:uuid}"

    @get("/", name="filing.show", **operator(*DESK_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, filing_id: FromPath[UUID]
    ) -> Response[Any]:
        """Where it stands, its versions, and what may be done with it."""
        return await filing_page(request, work, operator, filing_id)

    @get("/modifica", name="filing.edit", **operator(*DESK_ROLES))
    async def edit(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, filing_id: FromPath[UUID]
    ) -> Response[Any]:
        """The form for another folder, other words, another day."""
        return await filing_page(request, work, operator, filing_id, template="archive/edit.html")

    @post("/", name="filing.update", **operator(*DESK_ROLES))
    async def update(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, filing_id: FromPath[UUID]
    ) -> Response[Any]:
        """Put it there."""
        form = await bind(request, MoveFiling, filing_id=filing_id)
        if await attempt(work, operator, form, move_filing):
            return see_other(request, f"/archivio/{filing_id}?fatto=spostato")
        return await filing_page(request, work, operator, filing_id, form, template="archive/edit.html", status=422)
