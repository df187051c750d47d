"""What hangs on a person, in words: the name of each table for who reads the page. An unnamed one has a common name."""

from collections.abc import Iterable
from typing import Any

from domain.kernel.languages import BY_CODE
from domain.kernel.text import Text, _
from domain.registry.queries.merging.duplicate_sheet import ComparedField, LinkCount
from domain.registry.terms.records import PersonField
from web.locale import sentence

WORDS: dict[str, Text] = {
    "access.account": _("Accesso al portale"),
    "access.citizen_identity": _("Identità digitali"),
    "access.code_contact": _("Contatti per il codice di accesso"),
    "access.delegation": _("Deleghe"),
    "access.identification": _("Riconoscimenti allo sportello"),
    "access.session": _("Accessi aperti"),
    "casework.case": _("Casi"),
    "casework.case_application": _("Domande nei casi"),
    "casework.case_sheet": _("Schede di accoglienza nei casi"),
    "casework.diary_entry": _("Righe di diario"),
    "correspondence.contact_profile": _("Contatti sicuri"),
    "correspondence.delivery": _("Messaggi spediti"),
    "correspondence.letter": _("Lettere"),
    "documents.document": _("Documenti"),
    "documents.protocollo": _("Righe di protocollo"),
    "documents.upload": _("File in arrivo"),
    "intake.application": _("Domande"),
    "intake.attachment": _("Allegati"),
    "reception.care_proposal": _("Proposte di presa in carico"),
    "reception.consent": _("Consensi"),
    "reception.contact_sheet": _("Schede di accoglienza"),
    "reception.notice_taken": _("Informative consegnate"),
    "registry.fact": _("Dati con le loro date (contatti, indirizzi, documenti)"),
    "registry.former_code": _("Codici provvisori di prima"),
    "registry.guardianship": _("Tutele"),
    "registry.household_member": _("Nuclei"),
    "registry.outsider": _("Persone disegnate e non registrate"),
    "registry.relation": _("Relazioni"),
    "registry.isee": _("ISEE"),
    "registry.person": _("Dati della persona"),
    "registry.protected_access": _("Operatori che vedono la scheda protetta"),
}
OTHER = _("Altri collegamenti")


def table_words(table: str) -> str:
    """How a table is called on a page."""
    return sentence(WORDS.get(table.replace('"', ""), OTHER))


def counted(tables: dict[str, int]) -> list[tuple[str, int]]:
    """Tables in words, each with how many rows, in the order of the words."""
    found: dict[str, int] = {}
    for table, times in tables.items():
        found[table_words(table)] = found.get(table_words(table), 0) + times
    return sorted(found.items())


def link_rows(links: Iterable[LinkCount], *, moving: bool) -> list[list[Any]]:
    """The rows of the table of what moves, or of what stays as it was written."""
    shown = [one for one in links if one.is_changeable is moving]
    return sorted([table_words(one.table), one.former, one.kept] for one in shown)


def said(field: ComparedField, value: Any) -> str:
    """What a record says of something, as people read it."""
    if value is None:
        return "–"
    if field.field is PersonField.BORN_ON:
        return f"{value:%d/%m/%Y}"
    if field.field is PersonField.LANGUAGE and value in BY_CODE:
        return BY_CODE[value].native_name
    return str(value)
