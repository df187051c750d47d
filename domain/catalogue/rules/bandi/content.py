"""What a bando says, and what is missing or makes no sense before it is published."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints
from pydantic import Field as Limited

from domain.catalogue.rules.bandi.criteria import Criterion
from domain.catalogue.rules.form_definition import Field, FormDefinition
from domain.catalogue.rules.publication import UNSEEN, sort_of
from domain.catalogue.rules.value_types import NUMERIC, Nonsense, Typed, type_of
from domain.catalogue.terms import FieldKind
from domain.catalogue.terms.bandi import MOST_CRITERIA
from domain.kernel.text import Text, _
from domain.platform.localised import Localised

NO_SENSE = _("Questo criterio guarda una domanda che il modulo non ha, o la confronta con un'altra cosa.")
FILES = frozenset({FieldKind.DOCUMENT})
"""Whether a file was sent is seen by who checks, not counted by the program."""


class BandoContent(BaseModel):
    """``act`` is the number and day of the act (determina); ``documents`` what is to be sent; ``appeal`` in Italian.

    ``requirements`` adds to the conditions of the service. ``is_late_accepted``: after the end the desk may still enter
    an application, with the reason. Who writes may leave parts empty until it is published.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Localised
    summary: Localised | None = None
    requirements: Localised | None = None
    documents: tuple[Localised, ...] = ()
    contacts: Localised | None = None
    act: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""
    appeal: Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000)] = ""
    criteria: Annotated[tuple[Criterion, ...], Limited(max_length=MOST_CRITERIA)] = ()
    is_late_accepted: bool = False

    def criterion(self, key: str) -> Criterion | None:
        """The criterion with this key."""
        return next((one for one in self.criteria if one.key == key), None)

    def as_kept(self) -> dict[str, Any]:
        """As it stands in the database."""
        return self.model_dump(mode="json", exclude_none=True)


MISSING: dict[str, Text] = {
    "summary": _("Scrivi in una frase a che cosa serve il bando."),
    "act": _("Scrivi il numero e il giorno dell'atto."),
    "contacts": _("Scrivi a chi si chiedono informazioni."),
    "appeal": _("Scrivi come ed entro quando si fa ricorso."),
}


def missing(content: BandoContent) -> dict[str, Text]:
    """The parts without which it cannot be published, with what to do."""
    return {name: words for name, words in MISSING.items() if not getattr(content, name)}


def countable(form: FormDefinition) -> tuple[Field, ...]:
    """The questions at which a criterion can look."""
    return tuple(
        field
        for step in form.steps
        for field in step.fields
        if field.kind not in UNSEEN | FILES and (field.shown_as or field.kind) not in FILES
    )


def measurable(form: FormDefinition) -> tuple[Field, ...]:
    """The questions whose answer is an amount or a number, for bands."""
    kinds = (FieldKind.NUMBER, FieldKind.MONEY, FieldKind.DECIMAL)
    return tuple(field for field in countable(form) if (field.shown_as or field.kind) in kinds)


def senseless(content: BandoContent, form: FormDefinition) -> dict[str, Text]:
    """The criteria that make no sense of this form, by key: an unknown question, a number compared with a word."""
    return dict.fromkeys(_senseless(content, _known(form)), NO_SENSE)


def _known(form: FormDefinition) -> dict[str, Typed]:
    found = ((field.key, sort_of(field)) for field in countable(form))
    return {key: sort for key, sort in found if sort is not None}


def _senseless(content: BandoContent, known: Mapping[str, Typed]) -> Iterator[str]:
    for one in content.criteria:
        try:
            found = type_of(one.condition or one.value, known).sort
        except Nonsense:
            yield one.key
            continue
        if one.value is not None and found not in NUMERIC:
            yield one.key
