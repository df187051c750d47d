"""What a contact sheet still lacks to be complete."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from domain.kernel.text import Text, _
from domain.reception.terms.desks import ALWAYS_REQUIRED, Requirement

ADULT_AGE = 18
ORGANISATION = "ORGANIZZAZIONE"
ITALY = "IT"

FIELDS: dict[Requirement, str] = {
    Requirement.NAME: "family_name",
    Requirement.CODE: "codice_fiscale",
    Requirement.SEX: "sex",
    Requirement.BIRTH: "born_on",
    Requirement.BIRTHPLACE: "birthplace",
    Requirement.CIVIL_STATUS: "civil_status",
    Requirement.CITIZENSHIP: "citizenship",
    Requirement.CONTACT: "phone",
    Requirement.HOME: "street",
    Requirement.CHANNEL: "channel",
    Requirement.REASON: "reasons",
    Requirement.OUTCOME: "outcome",
    Requirement.NEEDS: "needs.0.code",
    Requirement.REQUESTS: "requests.0.code",
    Requirement.FOREIGN_SECTION: "foreign.status",
    Requirement.NOTICE: "notice_way",
}
OF_THE_PERSON = frozenset(
    {
        Requirement.CODE,
        Requirement.SEX,
        Requirement.BIRTH,
        Requirement.BIRTHPLACE,
        Requirement.CIVIL_STATUS,
        Requirement.CITIZENSHIP,
        Requirement.CONTACT,
        Requirement.HOME,
        Requirement.NOTICE,
    }
)
MISSING: dict[Requirement, Text] = {
    Requirement.NAME: _("Scrivi il cognome, o l'alias di chi è anonimo."),
    Requirement.CODE: _("Scrivi il codice fiscale, o il motivo per cui manca."),
    Requirement.SEX: _("Scegli il sesso scritto sul documento."),
    Requirement.BIRTH: _("Scrivi la data di nascita."),
    Requirement.BIRTHPLACE: _("Scrivi il luogo di nascita."),
    Requirement.CIVIL_STATUS: _("Scegli lo stato civile."),
    Requirement.CITIZENSHIP: _("Scegli la cittadinanza."),
    Requirement.CONTACT: _("Scrivi almeno un telefono o una e-mail."),
    Requirement.HOME: _("Scrivi dove abita, o che è senza fissa dimora."),
    Requirement.CHANNEL: _("Scegli come è arrivato il contatto."),
    Requirement.REASON: _("Scegli almeno un motivo."),
    Requirement.OUTCOME: _("Scegli come finisce il contatto."),
    Requirement.NEEDS: _("Scrivi almeno un bisogno."),
    Requirement.REQUESTS: _("Scrivi almeno un servizio richiesto."),
    Requirement.FOREIGN_SECTION: _("Compila la parte sui cittadini stranieri."),
    Requirement.NOTICE: _("Scrivi come la persona ha ricevuto l'informativa."),
}


@dataclass(frozen=True)
class Contact:
    """A contact as the rules see it. ``known`` holds what is known or was told of the person, by name of the field."""

    contact_on: date
    is_anonymous: bool
    known: Mapping[str, Any]
    channel: str | None = None
    interlocutor: str | None = None
    interlocutor_office: str = ""
    reasons: tuple[str, ...] = ()
    outcome: str | None = None
    needs: int = 0
    requests: int = 0
    has_foreign_section: bool = False
    is_notice_taken: bool = False
    is_notice_published: bool = True
    required: Set[Requirement] = field(default_factory=frozenset)


def missing(contact: Contact, today: date) -> dict[str, Text]:
    """What is to be put right, by field of the page; empty when the contact may be completed."""
    wanted = {*contact.required, *ALWAYS_REQUIRED}
    if contact.is_anonymous:
        wanted -= OF_THE_PERSON
    found = {FIELDS[one]: MISSING[one] for one in Requirement if one in wanted and _lacks(contact, one)}
    if contact.contact_on > today:
        found["contact_on"] = _("Il giorno del contatto è nel futuro.")
    if contact.interlocutor == ORGANISATION and not contact.interlocutor_office.strip():
        found["interlocutor_office"] = _("Scrivi di quale ufficio dell'organizzazione si tratta.")
    if is_minor(contact.known.get("born_on"), contact.contact_on) and not contact.needs:
        found[FIELDS[Requirement.NEEDS]] = _("È minorenne: scrivi un bisogno preciso.")
    return found


def is_minor(born_on: Any, day: date) -> bool:
    """Whether somebody born on ``born_on`` is under eighteen on ``day``; nobody knows without a day of birth."""
    if not isinstance(born_on, date):
        return False
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day)) < ADULT_AGE


def _lacks(contact: Contact, wanted: Requirement) -> bool:
    known = contact.known
    is_foreign = known.get("citizenship") not in (None, "", ITALY)
    there: dict[Requirement, Any] = {
        Requirement.NAME: known.get("alias" if contact.is_anonymous else "family_name"),
        Requirement.CODE: known.get("codice_fiscale") or known.get("no_code_reason"),
        Requirement.CONTACT: known.get("phone") or known.get("email"),
        Requirement.HOME: known.get("street") or known.get("is_without_fixed_abode"),
        Requirement.REASON: contact.reasons,
        Requirement.NEEDS: contact.needs,
        Requirement.REQUESTS: contact.requests,
        Requirement.CHANNEL: contact.channel,
        Requirement.OUTCOME: contact.outcome,
        Requirement.NOTICE: contact.is_notice_taken or not contact.is_notice_published,
        Requirement.FOREIGN_SECTION: contact.has_foreign_section or not is_foreign,
    }
    return not (there[wanted] if wanted in there else known.get(FIELDS[wanted]))
