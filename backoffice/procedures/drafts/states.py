"""The states of a draft, one by one."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.procedures.drafts.pages import VERSION, settle, typed_sentences
from backoffice.procedures.drafts.state_page import state_page
from domain.procedure.actions.designing.keep_state import KeepState, keep_state
from domain.procedure.actions.designing.remove_state import RemoveState, remove_state
from domain.procedure.terms.designing import DESIGN_ROLES
from web.access import operator
from web.forms import attempt, bind
from web.rendering import see_other
from web.work import CurrentOperator, Work

SENTENCES = ("name", "told", "task")


class StateController(Controller):
    """Where a request can be."""

    path = f"{VERSION}/stati"

    @get("/nuovo", name="procedure.state.new", **operator(*DESIGN_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, version_id: FromPath[UUID]
    ) -> Response[Any]:
        """An empty form."""
        return await state_page(request, work, operator, version_id, None, None)

    @post("/", name="procedure.state.create", **operator(*DESIGN_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, version_id: FromPath[UUID]
    ) -> Response[Any]:
        """A new state, with a key made of its name."""
        written = await typed_sentences(request, *SENTENCES)
        form = await bind(request, KeepState, version_id=version_id, key=None, **written)
        if await attempt(work, operator, form, keep_state, "seen_revision"):
            return see_other(request, f"/procedimenti/versioni/{version_id}?fatto=stato#stato-{form.answer}")
        settle(form, SENTENCES)
        return await state_page(request, work, operator, version_id, None, form, status=422)

    @get("/{key:str}", name="procedure.state", **operator(*DESIGN_ROLES))
    async def edit(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        version_id: FromPath[UUID],
        key: FromPath[str],
    ) -> Response[Any]:
        """The state as it is, the ways out of it, and the way to take it out."""
        return await state_page(request, work, operator, version_id, key, None)

    @post("/{key:str}", name="procedure.state.update", **operator(*DESIGN_ROLES))
    async def update(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        version_id: FromPath[UUID],
        key: FromPath[str],
    ) -> Response[Any]:
        """As it is from now on."""
        written = await typed_sentences(request, *SENTENCES)
        form = await bind(request, KeepState, version_id=version_id, key=key, **written)
        if await attempt(work, operator, form, keep_state, "seen_revision"):
            return see_other(request, f"/procedimenti/versioni/{version_id}?fatto=stato#stato-{key}")
        settle(form, SENTENCES)
        return await state_page(request, work, operator, version_id, key, form, status=422)


class StateRemovalController(Controller):
    """A state that is not wanted."""

    path = f"{VERSION}/stati/{{key:str}}/eliminazione"

    @post("/", name="procedure.state.removal", **operator(*DESIGN_ROLES))
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        version_id: FromPath[UUID],
        key: FromPath[str],
    ) -> Response[Any]:
        """Gone, with the transitions that touch it."""
        form = await bind(request, RemoveState, version_id=version_id, key=key)
        if await attempt(work, operator, form, remove_state, "seen_revision"):
            return see_other(request, f"/procedimenti/versioni/{version_id}?fatto=tolto")
        return await state_page(request, work, operator, version_id, key, form, status=422, is_typed=False)
