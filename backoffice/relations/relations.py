"""Saying what people are to each other, putting it right, ending it."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath

from backoffice.relations.pages import form_page, which_map
from backoffice.relations.relation_page import relation_in, relation_page
from domain.kernel.roles import CASE_ROLES
from domain.registry.actions.relations.correct_relation import CorrectRelation, correct_relation
from domain.registry.actions.relations.end_relation import EndRelation, end_relation
from domain.registry.actions.relations.record_relation import RecordRelation, record_relation
from web.access import operator
from web.forms import attempt, bind, show
from web.rendering import see_other
from web.work import CurrentOperator, Work

NEW = "relations/new.html"
END = "relations/end.html"
PATH = "/persone/{person_id:uuid}/legami"


class RelationController(Controller):
    """Relations between two figures of a drawing."""

    path = PATH

    @get("/nuovo", name="person.relation.new", **operator(*CASE_ROLES))
    async def new(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """The form; ``?da=`` says from which drawing one comes."""
        form = show({"other_id": person_id, "source": "person"})
        return await form_page(request, work, operator, person_id, which_map(request), NEW, form)

    @post("/", name="person.relation.create", **operator(*CASE_ROLES))
    async def create(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """Write it down, and draw it."""
        which = which_map(request)
        form = await bind(request, RecordRelation, person_id=person_id)
        if await attempt(work, operator, form, record_relation, "kind"):
            return see_other(request, f"/persone/{person_id}/{which.name}?fatto=legame")
        return await form_page(request, work, operator, person_id, which, NEW, form, status=422)

    @get("/{relation_id:uuid}", name="person.relation", **operator(*CASE_ROLES))
    async def edit(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        relation_id: FromPath[UUID],
    ) -> Response[Any]:
        """One relation, with the form to correct it."""
        row = await relation_in(work, operator, person_id, relation_id)
        known = {"kind": row.kind.value, "starts_on": row.starts_on, "ends_on": row.ends_on, "source": row.source.value}
        return await relation_page(request, work, operator, person_id, row, show(known))

    @post("/{relation_id:uuid}", name="person.relation.update", **operator(*CASE_ROLES))
    async def update(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        relation_id: FromPath[UUID],
    ) -> Response[Any]:
        """It was wrong; this is right."""
        row = await relation_in(work, operator, person_id, relation_id)
        form = await bind(request, CorrectRelation, relation_id=relation_id)
        if await attempt(work, operator, form, correct_relation, "kind"):
            return see_other(request, f"/persone/{person_id}/genogramma?fatto=corretto")
        return await relation_page(request, work, operator, person_id, row, form, status=422)


class RelationEndController(Controller):
    """Relations that end, or never were."""

    path = f"{PATH}/{{relation_id:uuid}}/fine"

    @get("/", name="person.relation.end.new", **operator(*CASE_ROLES))
    async def new(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        relation_id: FromPath[UUID],
    ) -> Response[Any]:
        """On which day, and why."""
        row = await relation_in(work, operator, person_id, relation_id)
        form = show({"last_day": work.today})
        return await relation_page(request, work, operator, person_id, row, form, template=END)

    @post("/", name="person.relation.end", **operator(*CASE_ROLES))
    async def create(
        self,
        request: Request[Any, Any, Any],
        work: Work,
        operator: CurrentOperator,
        person_id: FromPath[UUID],
        relation_id: FromPath[UUID],
    ) -> Response[Any]:
        """After the day it does not hold."""
        row = await relation_in(work, operator, person_id, relation_id)
        form = await bind(request, EndRelation, relation_id=relation_id)
        if await attempt(work, operator, form, end_relation, "last_day"):
            return see_other(request, f"/persone/{person_id}/genogramma?fatto=finito")
        return await relation_page(request, work, operator, person_id, row, form, template=END, status=422)
