"""Whom some rows are about: by the codice fiscale, or by the key that the archive gave to the person."""

from collections.abc import Mapping
from uuid import UUID

from domain.kernel.actor import System
from domain.kernel.text import _
from domain.legacy.model.archive_import import ArchiveImport
from domain.legacy.queries.rows import known_before
from domain.legacy.rules.rows import NO_WAY_TO_KNOW, UnderstoodRow
from domain.legacy.terms import ArchiveKind
from domain.platform.work import UnitOfWork
from domain.registry.queries.bulk.code_holders import code_holders
from domain.registry.queries.bulk.open_records import open_records

NOBODY = _("Non troviamo questa persona. Importa prima le persone, o correggi il codice.")


async def people_of_rows(
    work: UnitOfWork, system: System, found: ArchiveImport, ambito_id: UUID, rows: Mapping[int, UnderstoodRow]
) -> dict[int, UUID]:
    """The person of each row that names one who is known; whose person cannot be found is told on the row.

    A row that names nobody is left out, without a word: whether it may is for who asks.
    """
    codes = {row.said["codice_fiscale"] for row in rows.values() if "codice_fiscale" in row.said}
    holders = await code_holders(work, system, ambito_id, found.ente_id, codes)
    external = {row.said["external_id"] for row in rows.values() if "external_id" in row.said}
    before = await known_before(work, system, found, ArchiveKind.PEOPLE, external)
    records = await open_records(work, system, found.ente_id, set(before.values()))
    people: dict[int, UUID] = {}
    for number, row in rows.items():
        holder = holders.get(row.said.get("codice_fiscale", ""))
        record = records.get(before.get(row.said.get("external_id", ""), UUID(int=0)))
        if holder is not None and holder.is_open:
            people[number] = holder.person_id
        elif record is not None and "codice_fiscale" not in row.said:
            people[number] = record.person_id
        elif {"codice_fiscale", "external_id"} & row.said.keys():
            row.wrong("codice_fiscale" if "codice_fiscale" in row.said else "external_id", NOBODY)
    return people


def need_person(row: UnderstoodRow) -> None:
    """The row must say whom it is about."""
    row.need("codice_fiscale", "external_id", text=NO_WAY_TO_KNOW)
