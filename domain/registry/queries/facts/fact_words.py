"""What facts say, in words: codes by the labels of the ente's lists, in one question for all."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from domain.kernel.text import Text
from domain.organization.queries.codes import code_labels
from domain.platform.work import UnitOfWork
from domain.registry.queries.facts.unknown_codes import PLACES
from domain.registry.rules.facts.kinds import FactField, fields_of
from domain.registry.rules.facts.value import FactValue, Shape

LEFT_OUT = frozenset({"belongs_to"})
"""What says something of somebody else: whose number it is."""


@dataclass(frozen=True)
class FieldWords:
    """A field that says something: ``words`` is a Text, a label, a day, a number, true, or the code of a country."""

    name: str
    label: Text
    words: Any
    is_country: bool


async def words_of_facts(work: UnitOfWork, ente_id: UUID, values: Sequence[FactValue]) -> list[tuple[FieldWords, ...]]:
    """The fields of each value that say something, in the order in which a form asks them."""
    filled = [[(field, value.said().get(field.name)) for field in fields_of(value.kind)] for value in values]
    told = [[(field, said) for field, said in fields if said not in (None, "", False)] for fields in filled]
    wanted = {(name, str(said)) for fields in told for field, said in fields for name in _lists(field)}
    labels = await code_labels(work, ente_id, wanted)
    return [
        tuple(
            FieldWords(field.name, field.label, _words(field, said, labels), field.shape is Shape.COUNTRY)
            for field, said in fields
            if field.name not in LEFT_OUT
        )
        for fields in told
    ]


def _lists(field: FactField) -> tuple[str, ...]:
    if field.shape is Shape.PLACE:
        return PLACES
    return (field.code_list,) if field.code_list else ()


def _words(field: FactField, said: Any, labels: dict[tuple[str, str], str]) -> Any:
    if field.shape is Shape.CHOICE:
        return next((label for value, label in field.options.items() if value == said), str(said))
    return next((labels[name, str(said)] for name in _lists(field) if (name, str(said)) in labels), said)
