"""Write a criterion of a bando: points for a condition, or for the band in which a number falls."""

from decimal import Decimal, InvalidOperation
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints, ValidationError
from pydantic import Field as Limited

from domain.catalogue.queries.bandi.bando_sheet import bando_to_change
from domain.catalogue.queries.form_of import form_of
from domain.catalogue.rules.bandi.content import countable, measurable
from domain.catalogue.rules.bandi.criteria import Band, Criterion
from domain.catalogue.rules.designing.lines import Lines, as_logic
from domain.catalogue.rules.designing.naming import key_of
from domain.catalogue.rules.form_definition import Field, FormDefinition
from domain.catalogue.terms import FieldKind
from domain.catalogue.terms.bandi import MOST_BANDS, POINT
from domain.kernel.actor import Operator
from domain.kernel.money import parse
from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.text import Text, _
from domain.platform.localised import Localised
from domain.platform.work import UnitOfWork

Short = Annotated[str, StringConstraints(strip_whitespace=True, max_length=20)]
MORE_OR_LESS = _("Scrivi un numero, per esempio 2 oppure 2,5.")
RISING = _("Le fasce vanno dalla più bassa alla più alta; solo l'ultima può essere senza limite.")


class TypedBand(BaseModel):
    """A band as typed; ``up_to`` empty for all that is higher."""

    up_to: Short = ""
    points: Short = ""


class KeepCriterion(BaseModel):
    """``key`` None for a new one. ``question`` with ``bands``, or ``condition`` with ``points``.

    A condition that lines cannot say (from a file) stays as it is when ``condition`` is None.
    """

    bando_id: UUID
    seen_revision: int
    key: str | None = None
    label: Localised
    source: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""
    points: Short = ""
    condition: Lines | None = None
    question: str = ""
    bands: Annotated[tuple[TypedBand, ...], Limited(max_length=MOST_BANDS)] = ()


async def keep_criterion(work: UnitOfWork, operator: Operator, command: KeepCriterion) -> str:
    """The key of the criterion, last among the others when it is new.

    Refuses NotFound, NotYoursToPublish, BandoDraftChanged, BandoNotUnderWay, Invalid and QuestionNotWhole.
    """
    bando = await bando_to_change(work, operator, command.bando_id)
    bando.saved(seen_revision=command.seen_revision, at=work.now, by_id=operator.operator_id)
    content, form = bando.written, await form_of(work, bando.service_version_id)
    was = content.criterion(command.key) if command.key else None
    if command.key and was is None:
        raise NotFound
    key = command.key or key_of(command.label.in_("it"), {one.key for one in content.criteria})
    kept = _criterion(command, key, form, was)
    others = [kept if one.key == key else one for one in content.criteria]
    criteria = tuple(others) if was else (*others, kept)
    bando.content = content.model_copy(update={"criteria": criteria}).as_kept()
    return key


def _criterion(command: KeepCriterion, key: str, form: FormDefinition, was: Criterion | None) -> Criterion:
    known = {"key": key, "label": command.label, "source": command.source}
    try:
        if command.question:
            field = next((one for one in measurable(form) if one.key == command.question), None)
            if field is None:
                raise Invalid({"question": _("Scegli una domanda che chiede un numero o una somma.")})
            return Criterion(**known, value={"var": field.key}, bands=_bands(command, field))
        return Criterion(**known, condition=_condition(command, form, was), points=_points("points", command.points))
    except ValidationError as refused:
        raise Invalid({"band.1.up_to" if command.question else "points": RISING}) from refused


def _condition(command: KeepCriterion, form: FormDefinition, was: Criterion | None) -> dict[str, object]:
    if command.condition is None and was is not None and was.condition is not None:
        return was.condition
    found = as_logic(command.condition or Lines(), countable(form))
    if found is None:
        raise Invalid({"line.1.question": _("Scegli una domanda: i punti dipendono dalla risposta.")})
    return found


def _bands(command: KeepCriterion, field: Field) -> tuple[Band, ...]:
    found: list[Band] = []
    for number, typed in enumerate(command.bands, 1):
        if not typed.up_to and not typed.points:
            continue
        top = _limit(f"band.{number}.up_to", typed.up_to, field) if typed.up_to else None
        found.append(Band(up_to=top, points=_points(f"band.{number}.points", typed.points)))
    if not found:
        raise Invalid({"band.1.points": _("Scrivi almeno una fascia con i suoi punti.")})
    return tuple(found)


def _limit(name: str, typed: str, field: Field) -> int:
    is_whole = (field.shown_as or field.kind) is FieldKind.NUMBER
    return _number(name, typed) // POINT if is_whole else _number(name, typed)


def _points(name: str, typed: str) -> int:
    return _number(name, typed)


def _number(name: str, typed: str) -> int:
    """What was typed, in hundredths."""
    try:
        found = parse(typed)
    except (ValueError, InvalidOperation) as refused:
        raise Invalid({name: MORE_OR_LESS}) from refused
    if not found.is_finite() or abs(found) > Decimal(10**8):
        raise Invalid({name: Text(MORE_OR_LESS.msgid)})
    return int(found * POINT)
