"""One version of a procedure: drawn, and said in tables."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get
from litestar.params import FromPath

from backoffice.procedures.drawn import drawn, samples
from backoffice.procedures.words import chosen_done, finding_rows, place_of, state_rows, transition_rows
from domain.procedure.queries.versions import procedure_version
from domain.procedure.terms.designing import DESIGN_ROLES
from web.access import operator
from web.rendering import page
from web.work import CurrentOperator, Work


class VersionController(Controller):
    """Drafts, what is in force, and what was."""

    path = "/procedimenti/versioni/{version_id:uuid}"

    @get("/", name="procedure.version", **operator(*DESIGN_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, version_id: FromPath[UUID]
    ) -> Response[Any]:
        """The drawing, what is wrong with it, its states and transitions; a draft with the ways to change it."""
        sheet = await procedure_version(work, operator, version_id)
        return page(
            request,
            "procedures/version.html",
            sheet=sheet,
            place=place_of(sheet),
            drawing=drawn(sheet),
            legend=samples(),
            wrong=finding_rows(sheet, blocking=True),
            warnings=finding_rows(sheet, blocking=False),
            states=state_rows(sheet),
            transitions=transition_rows(sheet),
            done=chosen_done(request),
        )
