"""Copies of all that we keep about the citizen, and about the people they act for."""

from typing import Any
from urllib.parse import quote
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from domain.access.queries.represented_people import represented_people
from domain.kernel.refusals import NotFound, Refused
from domain.privacy.actions.copies.ask_copy import AskCopy, ask_copy
from domain.privacy.queries.copies.copies import copy_file, own_copies
from domain.privacy.refusals import AskTheOffice, CopyUnderWay, TooManyCopies
from domain.privacy.terms import CopyFormat
from web.access import CITIZEN
from web.forms import Form, bind, show
from web.locale import gettext, sentence
from web.rendering import page, see_other
from web.work import CurrentCitizen, Work

PATH = "/area-personale/copie"


class CopyController(Controller):
    """Asking for a copy, seeing how far it is, and taking it."""

    path = PATH

    @get("/", name="copy.list", **CITIZEN)
    async def list(self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen) -> Response[str]:
        """The last copies; while one is prepared the page asks again by itself."""
        return await _page(request, work, citizen, show({"person_id": citizen.person_id}))

    @post("/", name="copy.create", **CITIZEN)
    async def create(self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen) -> Response[Any]:
        """Have one prepared."""
        form = await bind(request, AskCopy)
        if form.command is not None:
            try:
                await ask_copy(work, citizen, form.command)
                return see_other(request, f"{PATH}?chiesta=1")
            except (AskTheOffice, CopyUnderWay, TooManyCopies) as refusal:
                await work.discard()
                form.errors["person_id"] = _why(refusal)
        return await _page(request, work, citizen, form, status=422)

    @get("/{copy_id:uuid}/{form:str}", name="copy.show", **CITIZEN)
    async def show(
        self, work: Work, citizen: CurrentCitizen, copy_id: FromPath[UUID], form: FromPath[str]
    ) -> Response[bytes]:
        """One of its two files, always downloaded."""
        if form not in tuple(CopyFormat):
            raise NotFound
        found = await copy_file(work, citizen, copy_id, CopyFormat(form))
        headers: dict[str, Any] = {
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(found.file_name, safe='')}",
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        }
        return Response(found.content, media_type=found.media_type, headers=headers)


def _why(refusal: Refused) -> str:
    return sentence(refusal.message)


async def _page(
    request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, form: Form[Any], *, status: int = 200
) -> Response[str]:
    copies = await own_copies(work, citizen)
    others = await represented_people(work, citizen) if citizen.acts_for else []
    return page(
        request,
        "my_data/copies.html",
        block="copies" if status == 200 else None,
        status=status,
        form=form,
        copies=copies,
        me=citizen.person_id,
        people=[(citizen.person_id, gettext("I miei dati")), *((one.person_id, one.full_name) for one in others)],
        is_waiting=any(one.is_waiting for one in copies),
        is_asked=request.query_params.get("chiesta") == "1",
    )
