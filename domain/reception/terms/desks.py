"""Words of the desks: the parts of a sheet, what must be in it, what sort of desk it is."""

from enum import StrEnum

from domain.kernel.roles import Role
from domain.kernel.text import Text, _


class Section(StrEnum):
    """A part of the sheet. Each is seen, masked or absent for who opens it."""

    PERSON = "person"
    ACCESS = "access"
    REPORTER = "reporter"
    NEEDS = "needs"
    REQUESTS = "requests"
    FIRST_ASSESSMENT = "first_assessment"
    HOUSING = "housing"
    WORK = "work"
    EDUCATION = "education"
    MEDIATION = "mediation"
    MONEY = "money"
    FOREIGN = "foreign"
    NOTES = "notes"
    CLOSURE = "closure"

    @property
    def label(self) -> Text:
        """The part as operators read it."""
        return SECTION_LABELS[self]


class Sight(StrEnum):
    """How much of a part somebody sees: all of it, that it is there, nothing."""

    VISIBLE = "visible"
    MASKED = "masked"
    ABSENT = "absent"


class Requirement(StrEnum):
    """What a sheet must have to be complete; an office may ask for less or more."""

    NAME = "name"
    CODE = "code"
    SEX = "sex"
    BIRTH = "birth"
    BIRTHPLACE = "birthplace"
    CIVIL_STATUS = "civil_status"
    CITIZENSHIP = "citizenship"
    CONTACT = "contact"
    HOME = "home"
    CHANNEL = "channel"
    REASON = "reason"
    OUTCOME = "outcome"
    NEEDS = "needs"
    REQUESTS = "requests"
    FOREIGN_SECTION = "foreign_section"
    NOTICE = "notice"

    @property
    def label(self) -> Text:
        """What is asked for, as the head of an office reads it."""
        return REQUIREMENT_LABELS[self]


class DeskKind(StrEnum):
    """What sort of desk an office keeps."""

    GENERAL = "general"
    CENTRAL = "central"
    THEMATIC = "thematic"

    @property
    def label(self) -> Text:
        """The kind as operators read it."""
        return DESK_LABELS[self]


OPTIONAL_SECTIONS = (
    Section.FIRST_ASSESSMENT,
    Section.HOUSING,
    Section.WORK,
    Section.EDUCATION,
    Section.MEDIATION,
    Section.MONEY,
    Section.FOREIGN,
)
ALWAYS_REQUIRED = (Requirement.NAME, Requirement.CHANNEL, Requirement.REASON, Requirement.OUTCOME)
USUALLY_REQUIRED = tuple(
    one for one in Requirement if one not in (Requirement.NEEDS, Requirement.REQUESTS, Requirement.FOREIGN_SECTION)
)
MASKABLE_ROLES = (
    Role.DESK_OPERATOR,
    Role.ADMIN_CLERK,
    Role.SOCIAL_WORKER,
    Role.EDUCATOR,
    Role.PSYCHOLOGIST,
    Role.THIRD_SECTOR,
)

SECTION_LABELS: dict[Section, Text] = {
    Section.PERSON: _("Persona"),
    Section.ACCESS: _("Accesso"),
    Section.REPORTER: _("Chi segnala e persone di riferimento"),
    Section.NEEDS: _("Bisogni"),
    Section.REQUESTS: _("Servizi richiesti"),
    Section.FIRST_ASSESSMENT: _("Prima valutazione"),
    Section.HOUSING: _("Casa"),
    Section.WORK: _("Lavoro"),
    Section.EDUCATION: _("Studio e corsi"),
    Section.MEDIATION: _("Mediazione culturale"),
    Section.MONEY: _("Aiuti economici al nucleo"),
    Section.FOREIGN: _("Cittadini stranieri"),
    Section.NOTES: _("Diario dello sportello"),
    Section.CLOSURE: _("Esito"),
}

REQUIREMENT_LABELS: dict[Requirement, Text] = {
    Requirement.NAME: _("Nome e cognome, oppure alias"),
    Requirement.CODE: _("Codice fiscale"),
    Requirement.SEX: _("Sesso"),
    Requirement.BIRTH: _("Data di nascita"),
    Requirement.BIRTHPLACE: _("Luogo di nascita"),
    Requirement.CIVIL_STATUS: _("Stato civile"),
    Requirement.CITIZENSHIP: _("Cittadinanza"),
    Requirement.CONTACT: _("Almeno un recapito"),
    Requirement.HOME: _("Residenza, oppure senza fissa dimora"),
    Requirement.CHANNEL: _("Come è arrivato il contatto"),
    Requirement.REASON: _("Motivo del contatto"),
    Requirement.OUTCOME: _("Esito"),
    Requirement.NEEDS: _("Almeno un bisogno"),
    Requirement.REQUESTS: _("Almeno un servizio richiesto"),
    Requirement.FOREIGN_SECTION: _("Parte sui cittadini stranieri, per chi non è italiano"),
    Requirement.NOTICE: _("Informativa sulla privacy"),
}

DESK_LABELS: dict[DeskKind, Text] = {
    DeskKind.GENERAL: _("Sportello di un ufficio"),
    DeskKind.CENTRAL: _("Sportello centrale di tutto l'ente"),
    DeskKind.THEMATIC: _("Sportello di un'iniziativa, con date"),
}
