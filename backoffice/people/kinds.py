"""The kinds of fact as they stand in addresses, and their answers as people read and write them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from domain.kernel.refusals import Invalid, NotFound
from domain.kernel.text import Text, _
from domain.organization.queries.codes import CodeRow, code_labels, codes_of, find_codes
from domain.platform.work import UnitOfWork
from domain.registry.queries.facts.fact_fields import FactField, Shape, fact_fields
from domain.registry.queries.facts.facts_of import FactRow
from domain.registry.queries.facts.unknown_codes import PLACES
from domain.registry.terms import FactKind
from web.locale import countries, country_name, sentence, short_date
from web.locale import gettext as _t

PATHS: dict[FactKind, str] = {
    FactKind.IDENTITY: "nome-e-nascita",
    FactKind.ALIAS: "altri-nomi",
    FactKind.DEATH: "morte",
    FactKind.CITIZENSHIP: "cittadinanze",
    FactKind.CIVIL_STATUS: "stato-civile",
    FactKind.RESIDENCE: "residenza",
    FactKind.DOMICILE: "domicilio",
    FactKind.CONTACT: "contatti",
    FactKind.IDENTITY_DOCUMENT: "documenti-di-identita",
    FactKind.PERMIT: "permesso-di-soggiorno",
    FactKind.FOREIGN_STATUS: "cittadino-straniero",
    FactKind.LANGUAGE: "lingue",
    FactKind.EDUCATION: "scuola",
    FactKind.WORK: "lavoro",
    FactKind.HOUSING: "casa",
    FactKind.AUTONOMY: "autonomia",
    FactKind.DOCTOR: "medico",
    FactKind.DISABILITY: "disabilita",
    FactKind.COURT: "giudice",
    FactKind.NOTE: "avvertenze",
}
KINDS = {path: kind for kind, path in PATHS.items()}
STATELESS = "XX"
SEVERAL = _("Ci sono più luoghi con questo nome. Scrivi il codice di quello giusto: %(places)s.")
NOWHERE = _("Non conosciamo questo luogo. Controlla il nome.")


@dataclass(frozen=True)
class Question:
    """A field of a form, with the answers to choose from."""

    field: FactField
    label: str
    hint: str | None
    options: Sequence[tuple[str, str]] = ()


def kind_at(path: str) -> FactKind:
    """The kind named in an address. Refuses NotFound."""
    if path not in KINDS:
        raise NotFound
    return KINDS[path]


async def questions_of(work: UnitOfWork, ente_id: UUID, kind: FactKind) -> list[Question]:
    """The fields of a kind as a form asks them; one question to the database when some are coded."""
    fields = fact_fields(kind)
    lists = [field.code_list for field in fields if field.code_list]
    codes = await codes_of(work, ente_id, lists) if lists else {}
    return [
        Question(field, sentence(field.label), sentence(field.hint) if field.hint else None, _options(field, codes))
        for field in fields
    ]


def _options(field: FactField, codes: Mapping[str, Sequence[CodeRow]]) -> Sequence[tuple[str, str]]:
    match field.shape:
        case Shape.CODE if field.code_list:
            return [(row.code, row.label) for row in codes[field.code_list]]
        case Shape.CHOICE:
            return [(str(value), sentence(label)) for value, label in field.options.items()]
        case Shape.COUNTRY:
            return [*countries(), (STATELESS, _t("Nessun Paese (apolide)"))]
        case _:
            return ()


async def told(work: UnitOfWork, ente_id: UUID, facts: Sequence[FactRow]) -> dict[UUID, list[tuple[str, str]]]:
    """What each fact says, as (label, words); labels of codes in one question for all."""
    coded = {pair for fact in facts for pair in _coded(fact)}
    labels = await code_labels(work, ente_id, coded)
    return {fact.id: [*_words(fact, labels)] for fact in facts}


def _coded(fact: FactRow) -> list[tuple[str, str]]:
    said = fact.value.said()
    pairs = []
    for field in fact_fields(fact.kind):
        value = said.get(field.name)
        if value and field.shape is Shape.PLACE:
            pairs += [(name, value) for name in PLACES]
        elif value and field.code_list:
            pairs.append((field.code_list, value))
    return pairs


def _words(fact: FactRow, labels: Mapping[tuple[str, str], str]) -> list[tuple[str, str]]:
    said = fact.value.said()
    shown = [(field, said.get(field.name)) for field in fact_fields(fact.kind)]
    return [
        (sentence(field.label), _coded_word(field, value, labels) or _word(field, value))
        for field, value in shown
        if value not in (None, "", False)
    ]


def _coded_word(field: FactField, value: Any, labels: Mapping[tuple[str, str], str]) -> str | None:
    lists = PLACES if field.shape is Shape.PLACE else (field.code_list or "",)
    return next((labels[name, value] for name in lists if (name, value) in labels), None)


def _word(field: FactField, value: Any) -> str:
    match field.shape:
        case Shape.YES_NO:
            return _t("sì")
        case Shape.DAY:
            return short_date(value)
        case Shape.COUNTRY:
            return _t("Nessun Paese (apolide)") if value == STATELESS else country_name(value)
        case Shape.CHOICE if value in field.options:
            return sentence(field.options[value])
        case _:
            return str(value)


async def places_found(work: UnitOfWork, ente_id: UUID, kind: FactKind, typed: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed, with the codes of the places that were named. Refuses Invalid, by field."""
    found = dict(typed)
    for field in fact_fields(kind):
        if field.shape is Shape.PLACE and (words := str(found.get(field.name, "")).strip()):
            found[field.name] = await _place(work, ente_id, field.name, words)
    return found


async def _place(work: UnitOfWork, ente_id: UUID, name: str, words: str) -> str:
    rows = [row for each in PLACES for row in await find_codes(work, ente_id, each, words, also_inactive=True)]
    exact = [row for row in rows if words.casefold() in (row.code.casefold(), row.label.casefold())]
    chosen = exact or rows
    if not chosen:
        raise Invalid({name: NOWHERE})
    if len(chosen) > 1 and len({row.code for row in chosen}) > 1:
        listed = ", ".join(f"{row.label} {row.code}" for row in chosen[:5])
        raise Invalid({name: Text(SEVERAL.msgid, {"places": listed})})
    return chosen[0].code
