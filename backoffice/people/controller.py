"""A person as a page: what is known today, or was on another day, with the source of everything."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get
from litestar.params import FromPath

from backoffice.people.kinds import PATHS, told
from domain.casework.queries.cases_of_person import cases_of_person
from domain.kernel.clock import ROME
from domain.kernel.languages import BY_CODE
from domain.kernel.roles import CASE_ROLES, DESK_ROLES
from domain.registry.queries.facts.fact_fields import readable_kinds
from domain.registry.queries.facts.facts_of import FactRow, facts_of
from domain.registry.queries.person_card import person_card
from domain.registry.terms import FactKind
from web.access import operator
from web.forms import show
from web.rendering import page
from web.work import CurrentOperator, Work

DONE = {"scritto": "written", "corretto": "corrected", "tolto": "withdrawn"}


@dataclass(frozen=True)
class Section:
    """A kind of fact on the page: its label, where it is changed, and what is known."""

    kind: FactKind
    path: str
    facts: Sequence[FactRow]


class PersonController(Controller):
    """One person."""

    path = "/persone/{person_id:uuid}"

    @get("/", name="person.show", **operator(*DESK_ROLES))
    async def show(
        self, request: Request[Any, Any, Any], work: Work, operator: CurrentOperator, person_id: FromPath[UUID]
    ) -> Response[Any]:
        """Everything that the operator may read of the person; the reading is noted."""
        card = await person_card(work, operator, person_id)
        day, known_on = _day(request, "giorno"), _day(request, "saputo")
        facts = await facts_of(work, operator, person_id, valid_on=day, known_at=_end_of(known_on))
        cases = await cases_of_person(work, operator, person_id) if operator.has(*CASE_ROLES) else ()
        return page(
            request,
            "people/show.html",
            person=card,
            age=card.age_on(work.today),
            spoken=BY_CODE[card.language].native_name if card.language in BY_CODE else card.language,
            sections=_sections(operator, facts),
            words=await told(work, card.ente_id, facts),
            cases=cases,
            may_share=operator.has(*CASE_ROLES) and card.ente_id in operator.enti,
            asked=show({"giorno": day, "saputo": known_on}),
            is_past=day is not None or known_on is not None,
            done=DONE.get(request.query_params.get("fatto", "")),
        )


def _sections(operator: CurrentOperator, facts: Sequence[FactRow]) -> list[Section]:
    return [
        Section(kind, PATHS[kind], [fact for fact in facts if fact.kind is kind]) for kind in readable_kinds(operator)
    ]


def _day(request: Request[Any, Any, Any], name: str) -> date | None:
    try:
        return date.fromisoformat(request.query_params.get(name, ""))
    except ValueError:
        return None


def _end_of(day: date | None) -> datetime | None:
    return datetime.combine(day, time.max, tzinfo=ROME) if day else None
