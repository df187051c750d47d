"""The page of one person's differences, made the same way wherever it is shown again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from litestar import Request, Response

from domain.kernel.actor import Operator
from domain.kernel.text import Text, _
from domain.platform.work import UnitOfWork
from domain.registry.queries.civil.differences import DifferenceRow, differences_of
from domain.registry.queries.civil.standing import civil_standing, is_civil_registry_connected
from domain.registry.queries.person_card import person_card
from domain.registry.terms import Kinship
from domain.registry.terms.civil import DifferenceKind, DifferenceStatus
from web.forms import Form
from web.locale import sentence, short_date
from web.rendering import page

DONE = frozenset({"presa", "scritta", "controllata", "accettata", "rifiutata", "superata"})
NAMES: dict[str, Text] = {
    "died_on": _("Giorno della morte"),
    "street": _("Via e numero"),
    "postal_code": _("CAP"),
    "city": _("Comune"),
    "given_name": _("Nome"),
    "family_name": _("Cognome"),
    "sex": _("Sesso"),
    "born_on": _("Data di nascita"),
}
SEXES: dict[str, Text] = {"F": _("Femmina"), "M": _("Maschio")}
NOTHING = _("niente")
NOT_THERE = _("non è nella famiglia")


@dataclass(frozen=True)
class ShownDifference:
    """A difference in words: ``lines`` are (what, ours, the registry's)."""

    row: DifferenceRow
    lines: list[tuple[str, str, str]]


async def differences_page(
    request: Request[Any, Any, Any],
    work: UnitOfWork,
    operator: Operator,
    person_id: UUID,
    form: Form[Any],
    *,
    wrong_id: UUID | None = None,
    failure: str = "",
    status: int = 200,
) -> Response[Any]:
    """What waits, what was decided, and when the person was looked up; the reading of the card is noted."""
    done = request.query_params.get("fatto", "")
    found = [ShownDifference(one, _lines(one)) for one in await differences_of(work, operator, person_id)]
    return page(
        request,
        "civil_registry/of_person.html",
        status=status,
        form=form,
        wrong_id=wrong_id,
        failure=failure,
        person=await person_card(work, operator, person_id),
        standing=await civil_standing(work, operator, person_id),
        waiting=[one for one in found if one.row.status is DifferenceStatus.OPEN],
        decided=[one for one in found if one.row.status is not DifferenceStatus.OPEN],
        is_connected=is_civil_registry_connected(),
        done=done if done in DONE else "",
    )


def _lines(one: DifferenceRow) -> list[tuple[str, str, str]]:
    if one.kind is DifferenceKind.HOUSEHOLD:
        return _people(one.held, one.told)
    names = [name for name in NAMES if name in one.told]
    return [(sentence(NAMES[name]), _word(name, one.held.get(name)), _word(name, one.told.get(name))) for name in names]


def _word(name: str, value: Any) -> str:
    if not value:
        return sentence(NOTHING)
    if name.endswith("_on"):
        return short_date(date.fromisoformat(value))
    if name == "sex":
        return sentence(SEXES[value]) if value in SEXES else str(value)
    return str(value)


def _people(held: Mapping[str, Any], told: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Member by member: who is on one side only, and who is something else there."""
    ours = {one["codice_fiscale"] or one["name"]: one for one in held.get("members", ())}
    theirs = {one["codice_fiscale"]: one for one in told.get("members", ())}
    named = {key: one["name"] for key, one in ours.items()}
    named |= {key: f"{one['given_name']} {one['family_name']}".strip() for key, one in theirs.items()}
    return [(named[key], _kinship(ours.get(key)), _kinship(theirs.get(key))) for key in {**theirs, **ours}]


def _kinship(member: Mapping[str, Any] | None) -> str:
    return sentence(NOT_THERE) if member is None else sentence(Kinship(member["kinship"]).label)
