"""The transitions of a draft, one by one."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.procedures.drafts.pages import VERSION
from backoffice.procedures.drafts.transition_form import rearranged, typed_transition
from backoffice.procedures.drafts.transition_page import transition_page
from domain.procedure.actions.designing.keep_transition import keep_transition
from domain.procedure.actions.designing.remove_transition import RemoveTransition, remove_transition
from domain.procedure.terms.designing import DESIGN_ROLES
from web.access import operator
from web.forms import attempt, bind
from web.rendering import see_other
from web.work import CurrentOperator, Work


class TransitionController(Controller):
    """How a request goes from one state to another."""

    path = f"{VERSION}/passaggi"

    @get("/nuovo", name="procedure.transition.new", **operator(*DESIGN_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, version_id: FromPath[UUID]
    ) -> Response[Any]:
        """An empty form; ``?da=`` says from which state."""
        return await transition_page(request, work, operator, version_id, None, None)

    @post("/", name="procedure.transition.create", **operator(*DESIGN_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, version_id: FromPath[UUID]
    ) -> Response[Any]:
        """A new transition, with a key made of its name; or one question more, or less, on the form."""
        if form := await rearranged(request):
            return await transition_page(request, work, operator, version_id, None, form)
        kept = await typed_transition(request, version_id, None)
        if await attempt(work, operator, kept, keep_transition, "seen_revision"):
            return see_other(request, f"/procedimenti/versioni/{version_id}?fatto=passaggio#passaggio-{kept.answer}")
        return await transition_page(request, work, operator, version_id, None, kept, status=422)

    @get("/{key:str}", name="procedure.transition", **operator(*DESIGN_ROLES))
    async def edit(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        version_id: FromPath[UUID],
        key: FromPath[str],
    ) -> Response[Any]:
        """The transition as it is, and the way to take it out."""
        return await transition_page(request, work, operator, version_id, key, None)

    @post("/{key:str}", name="procedure.transition.update", **operator(*DESIGN_ROLES))
    async def update(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        version_id: FromPath[UUID],
        key: FromPath[str],
    ) -> Response[Any]:
        """As it is from now on; or one question more, or less, on the form."""
        if form := await rearranged(request):
            return await transition_page(request, work, operator, version_id, key, form)
        kept = await typed_transition(request, version_id, key)
        if await attempt(work, operator, kept, keep_transition, "seen_revision"):
            return see_other(request, f"/procedimenti/versioni/{version_id}?fatto=passaggio#passaggio-{key}")
        return await transition_page(request, work, operator, version_id, key, kept, status=422)


class TransitionRemovalController(Controller):
    """A transition that is not wanted."""

    path = f"{VERSION}/passaggi/{{key:str}}/eliminazione"

    @post("/", name="procedure.transition.removal", **operator(*DESIGN_ROLES))
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        version_id: FromPath[UUID],
        key: FromPath[str],
    ) -> Response[Any]:
        """Gone."""
        form = await bind(request, RemoveTransition, version_id=version_id, key=key)
        if await attempt(work, operator, form, remove_transition, "seen_revision"):
            return see_other(request, f"/procedimenti/versioni/{version_id}?fatto=tolto")
        return await transition_page(request, work, operator, version_id, key, form, status=422, is_typed=False)
