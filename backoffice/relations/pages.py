"""The pages with a drawing, made the same way wherever they are shown again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from litestar import Request, Response

from backoffice.households.choosing import people_around
from backoffice.households.pages import asked_day
from backoffice.relations.legend import legend
from backoffice.relations.words import figure_names, hrefs, relation_rows
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork
from domain.registry.queries.households.household_on import households_on
from domain.registry.queries.person_card import person_card
from domain.registry.queries.relations.eco_map_of import EcoMap, eco_map_of
from domain.registry.queries.relations.genogram_of import Genogram, genogram_of
from domain.registry.terms import FactSource
from domain.registry.terms.relations import OutsiderKind, RelationAspect, RelationKind
from web.forms import Form, show
from web.locale import sentence
from web.rendering import page

DONE = frozenset({"legame", "corretto", "finito", "aggiunto"})


@dataclass(frozen=True)
class MapKind:
    """One of the two drawings: its address, and which relations its forms offer."""

    name: str
    kinds: Sequence[RelationKind]
    places: Sequence[OutsiderKind]


GENOGRAM = MapKind("genogramma", tuple(RelationKind), (OutsiderKind.PERSON,))
ECO_MAP = MapKind(
    "ecomappa",
    tuple(kind for kind in RelationKind if kind.aspect is RelationAspect.TIE),
    tuple(OutsiderKind),
)
MAPS = {one.name: one for one in (GENOGRAM, ECO_MAP)}


async def map_page(
    request: Request[Any, Any, Any], work: UnitOfWork, operator: Operator, person_id: UUID, which: MapKind
) -> Response[Any]:
    """The drawing as of the day asked for, and the table that says the same."""
    day = asked_day(request, work.today)
    found = await _read(work, operator, person_id, which, day)
    done = request.query_params.get("fatto", "")
    return page(
        request,
        "relations/map.html",
        person=await person_card(work, operator, person_id),
        form=show({"giorno": day.isoformat()}),
        day=day,
        which=which,
        found=found,
        names=figure_names(found.map),
        hrefs=hrefs(found.map),
        rows=relation_rows(found.map, f"/persone/{person_id}/legami"),
        legend=legend(found.map),
        outsiders=[one for one in found.map.figures if not one.is_on_record],
        done=done if done in DONE else "",
    )


async def form_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    person_id: UUID,
    which: MapKind,
    template: str,
    form: Form[Any],
    *,
    status: int = 200,
) -> Response[Any]:
    """A form about the figures of a drawing, and the people of the person's households."""
    found = await _read(work, operator, person_id, which, work.today)
    sheets = await households_on(work, operator, person_id, work.today)
    inside = [(str(one.id), one.name) for one in found.map.figures]
    around = people_around(sheets, without={one.id for one in found.map.figures})
    return page(
        request,
        template,
        status=status,
        person=await person_card(work, operator, person_id),
        form=form,
        which=which,
        everybody=[*inside, *around],
        **words(which),
    )


async def _read(work: UnitOfWork, operator: Operator, person_id: UUID, which: MapKind, day: date) -> Genogram | EcoMap:
    if which is GENOGRAM:
        return await genogram_of(work, operator, person_id, day)
    return await eco_map_of(work, operator, person_id, day)


def which_map(request: Request[Any, Any, Any]) -> MapKind:
    """From which drawing one comes: ``?da=``; the genogram when it is not said."""
    return MAPS.get(request.query_params.get("da", ""), GENOGRAM)


def words(which: MapKind) -> dict[str, Any]:
    """What the selects of the forms offer."""
    return {
        "kinds": [(one.value, sentence(one.label)) for one in which.kinds],
        "places": [(one.value, sentence(one.label)) for one in which.places],
        "sources": [(one.value, sentence(one.label)) for one in FactSource],
    }
