"""What is known of the person, also of days gone by."""

from typing import Any

from domain.kernel.actor import Citizen
from domain.kernel.text import Text
from domain.platform.language import say
from domain.platform.work import UnitOfWork
from domain.privacy.rules.copy_act import country_name
from domain.privacy.rules.copy_shape import CopiedFact, CopiedField
from domain.registry.queries.facts.fact_words import FieldWords
from domain.registry.queries.facts.facts_for_copy import FactLine, facts_for_copy


async def copied_facts(work: UnitOfWork, citizen: Citizen, language: str) -> dict[str, Any]:
    """Every fact that the person may read, with its days and its source."""
    found = await facts_for_copy(work, citizen, citizen.person_id)
    return {"facts": tuple(_fact(line, language) for line in found)}


def _fact(line: FactLine, language: str) -> CopiedFact:
    return CopiedFact(
        id=line.id,
        kind=line.kind,
        label=say(line.kind.label, language),
        fields=tuple(
            CopiedField(
                name=field.name,
                label=say(field.label, language),
                value=line.value.get(field.name),
                text=_text(field, line.value.get(field.name), language),
            )
            for field in line.fields
        ),
        starts_on=line.starts_on,
        ends_on=line.ends_on,
        source=line.source,
        source_label=say(line.source.label, language),
        known_from=line.known_from,
        known_to=line.known_to,
    )


def _text(field: FieldWords, value: Any, language: str) -> str | None:
    if field.is_country:
        return country_name(str(value), language)
    if isinstance(field.words, Text):
        return say(field.words, language)
    return field.words if isinstance(field.words, str) and field.words != value else None
