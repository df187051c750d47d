"""A person as a page: what is known today, or was on another day, with the source of everything."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get
from litestar.params import FromPath

from backoffice.contact_profile.words import warnings_of
from backoffice.people.kinds import PATHS, told
from domain.casework.queries.cases_of_person import cases_of_person
from domain.correspondence.queries.contact_profiles import contact_profile
from domain.kernel.actor import Operator
from domain.kernel.clock import ROME
from domain.kernel.languages import BY_CODE
from domain.kernel.roles import CASE_ROLES, DESK_ROLES, MERGE_ROLES
from domain.platform.work import UnitOfWork
from domain.reception.queries.sheets.previous import previous_contacts
from domain.registry.queries.civil.standing import civil_standing, is_civil_registry_connected
from domain.registry.queries.facts.fact_fields import readable_kinds
from domain.registry.queries.facts.facts_of import FactRow, facts_of
from domain.registry.queries.person_card import PersonCard, person_card
from domain.registry.terms import FactKind
from domain.scheduling.queries.day.appointments_today import appointments_today
from web.access import operator
from web.forms import show
from web.rendering import page
from web.work import CurrentOperator, Work

DONE = {"contatti": "reached", "scritto": "written", "corretto": "corrected", "tolto": "withdrawn"}


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
        asked = AskedDay(_day(request, "giorno"), _day(request, "saputo"))
        return await _person_page(request, work, operator, card, asked)


@dataclass(frozen=True)
class AskedDay:
    """As of which day the person is shown, and as we knew it on which day; both None: today."""

    day: date | None
    known_on: date | None

    @property
    def known_at(self) -> datetime | None:
        """The last instant, in Italy, of the day on which we knew it."""
        return datetime.combine(self.known_on, time.max, tzinfo=ROME) if self.known_on else None


async def _person_page(
    request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator, card: PersonCard, asked: AskedDay
) -> Response[Any]:
    facts = await facts_of(work, operator, card.id, valid_on=asked.day, known_at=asked.known_at)
    return page(
        request,
        "people/show.html",
        person=card,
        age=card.age_on(work.today),
        spoken=BY_CODE[card.language].native_name if card.language in BY_CODE else card.language,
        sections=_sections(operator, facts),
        words=await told(work, card.ente_id, facts),
        cases=await cases_of_person(work, operator, card.id) if operator.has(*CASE_ROLES) else (),
        contacts=await previous_contacts(work, operator, card.id),
        standing=await civil_standing(work, operator, card.id) if is_civil_registry_connected() else None,
        expected=await appointments_today(work, operator, card.id),
        own_office_id=operator.office_id,
        warnings=warnings_of((await contact_profile(work, operator, card.id)).safe),
        follows_cases=operator.has(*CASE_ROLES),
        may_join=operator.has(*MERGE_ROLES),
        may_share=operator.has(*CASE_ROLES) and card.ente_id in operator.enti,
        asked=show({"giorno": asked.day, "saputo": asked.known_on}),
        is_past=asked != AskedDay(None, None),
        done=DONE.get(request.query_params.get("fatto", "")),
    )


def _sections(operator: Operator, facts: Sequence[FactRow]) -> list[Section]:
    return [
        Section(kind, PATHS[kind], [fact for fact in facts if fact.kind is kind]) for kind in readable_kinds(operator)
    ]


def _day(request: Request[Any, Any, Any], name: str) -> date | None:
    try:
        return date.fromisoformat(request.query_params.get(name, ""))
    except ValueError:
        return None
