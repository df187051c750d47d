"""How the file of an import is read: the words of its coded columns, ours and those that somebody has explained."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from domain.casework.terms import CaseStatus
from domain.kernel.actor import Actor, System
from domain.legacy.model.archive_import import ArchiveImport
from domain.legacy.rules.cells import Reading
from domain.legacy.rules.fields import FIELDS, Words
from domain.legacy.rules.words import CASES, KINSHIPS, OUTCOMES, SEX, countries, places, synonyms
from domain.legacy.terms import ArchiveKind, DayOrder
from domain.organization.queries.codes import CodeRow, codes_of
from domain.organization.queries.place_codes import PLACES, place_codes
from domain.platform.work import UnitOfWork
from domain.reception.terms.sheets import Outcome
from domain.registry.terms import Kinship

OF_ENTE = (Words.CIVIL_STATUS, Words.CHANNELS, Words.INTERLOCUTORS, Words.REASONS, Words.NEEDS)
OWN = {
    Words.SEX: lambda: synonyms(SEX, {code: code for code in SEX}),
    Words.KINSHIP: lambda: synonyms(KINSHIPS, {one.value: str(one.label) for one in Kinship}),
    Words.CASE_STATUS: lambda: synonyms(CASES, {one.value: str(one.label) for one in CASE_STATES}),
    Words.OUTCOME: lambda: synonyms(OUTCOMES, {one.value: str(one.label) for one in Outcome}),
}
CASE_STATES = (CaseStatus.REPORTED, CaseStatus.CLOSED)


@dataclass(frozen=True)
class Known:
    """The reading of a file, and the codes of comuni by their names."""

    reading: Reading
    towns: Mapping[str, str]


async def known_words(work: UnitOfWork, actor: Actor, kind: ArchiveKind, ente_id: UUID) -> dict[str, dict[str, str]]:
    """For each coded field of ``kind``, our code for every folded word that we know. Two questions at most."""
    needed = {one.words for one in FIELDS[kind] if one.words}
    found: dict[Words, dict[str, str]] = {one: OWN[one]() for one in needed & set(OWN)}
    lists = await codes_of(work, ente_id, [one.value for one in needed & set(OF_ENTE)], also_inactive=True)
    for name, rows in lists.items():
        found[Words(name)] = synonyms({}, {row.code: row.label for row in rows})
    if needed & {Words.PLACES, Words.COUNTRIES}:
        rows = await place_codes(work, actor, ente_id)
        found[Words.PLACES] = places((row.code, row.label, row.attributes, row.is_active) for row in rows)
        found[Words.COUNTRIES] = countries(_iso3(rows))
    return {one.name: found[one.words] for one in FIELDS[kind] if one.words}


async def reading_of(work: UnitOfWork, system: System, found: ArchiveImport) -> Known:
    """How to read the file of ``found``."""
    words = await known_words(work, system, found.kind, found.ente_id)
    towns = words.get("birthplace", {})
    explained = {name: known | found.meanings.get(name, {}) for name, known in words.items()}
    return Known(Reading(DayOrder(found.choices.get("order", DayOrder.DAY_FIRST)), explained), towns)


def _iso3(rows: list[CodeRow]) -> dict[str, str]:
    return {
        row.attributes["iso3"]: row.label for row in rows if row.list_name == PLACES[1] and "iso3" in row.attributes
    }
