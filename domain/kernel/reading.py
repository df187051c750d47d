"""The words with which a reading of a person's file is noted, as the person reads them later."""

from enum import StrEnum

from domain.kernel.text import Text, _


class ReadingSubject(StrEnum):
    """What was read."""

    PERSON_CARD = "person_card"
    CASE_FILE = "case_file"
    APPLICATION = "application"
    APPLICATION_PRINT = "application_print"
    DOCUMENT = "document"
    SEARCH = "search"
    CONTACT_SHEET = "contact_sheet"
    FAMILY = "family"
    PERSONAL_COPY = "personal_copy"
    HOUSING_NEED = "housing_need"
    ISEE = "isee"
    CONVERSATION = "conversation"
    CARE_PLAN = "care_plan"
    ARCHIVE = "archive"
    APPOINTMENT = "appointment"
    BOOKING_INVITATION = "booking_invitation"

    @property
    def label(self) -> Text:
        """What was read, for the person it is about."""
        return SUBJECT_LABELS[self]


class ReadingPurpose(StrEnum):
    """Why it was read."""

    APPLICATION_WORK = "application_work"
    CASE_WORK = "case_work"
    DESK_HELP = "desk_help"
    AUDIT = "audit"
    OWN_ACCESS = "own_access"
    DELEGATION = "delegation"
    EMERGENCY = "emergency"
    RECTIFICATION = "rectification"
    REPRESENTATION = "representation"
    ARCHIVE_IMPORT = "archive_import"
    HOUSING_WORK = "housing_work"
    SECOND_SCREEN = "second_screen"
    SIGNATURE = "signature"

    @property
    def label(self) -> Text:
        """The reason, for the person it is about."""
        return PURPOSE_LABELS[self]


SUBJECT_LABELS: dict[str, Text] = {
    ReadingSubject.PERSON_CARD: _("I tuoi dati"),
    ReadingSubject.CASE_FILE: _("La tua cartella sociale"),
    ReadingSubject.APPLICATION: _("Una tua domanda"),
    ReadingSubject.APPLICATION_PRINT: _("La stampa di tutta una tua domanda"),
    ReadingSubject.DOCUMENT: _("Un tuo documento"),
    ReadingSubject.SEARCH: _("Una ricerca di persone"),
    ReadingSubject.CONTACT_SHEET: _("Un tuo contatto con lo sportello"),
    ReadingSubject.FAMILY: _("La tua famiglia e i tuoi legami"),
    ReadingSubject.PERSONAL_COPY: _("La copia di tutti i tuoi dati"),
    ReadingSubject.HOUSING_NEED: _("La tua ricerca di una casa"),
    ReadingSubject.ISEE: _("Il tuo ISEE"),
    ReadingSubject.CONVERSATION: _("I tuoi messaggi con l'ufficio"),
    ReadingSubject.CARE_PLAN: _("Il tuo progetto personalizzato"),
    ReadingSubject.ARCHIVE: _("L'archivio dei tuoi documenti"),
    ReadingSubject.APPOINTMENT: _("Un tuo appuntamento"),
    ReadingSubject.BOOKING_INVITATION: _("Un invito a prenotare un appuntamento"),
}

PURPOSE_LABELS: dict[str, Text] = {
    ReadingPurpose.APPLICATION_WORK: _("Per lavorare alla tua domanda"),
    ReadingPurpose.CASE_WORK: _("Per seguire la tua situazione"),
    ReadingPurpose.DESK_HELP: _("Per aiutarti allo sportello"),
    ReadingPurpose.AUDIT: _("Per controllare che i dati siano usati bene"),
    ReadingPurpose.OWN_ACCESS: _("Lettura dal portale"),
    ReadingPurpose.DELEGATION: _("Per agire con la tua delega"),
    ReadingPurpose.EMERGENCY: _("Per un'urgenza"),
    ReadingPurpose.RECTIFICATION: _("Per rispondere alla tua richiesta di correzione"),
    ReadingPurpose.REPRESENTATION: _("Per agire al tuo posto, come genitore o tutore"),
    ReadingPurpose.ARCHIVE_IMPORT: _("Per non scrivere due volte la stessa persona, portando qui un vecchio archivio"),
    ReadingPurpose.HOUSING_WORK: _("Per aiutarti a trovare una casa"),
    ReadingPurpose.SECOND_SCREEN: _("Per leggere con te la domanda, sul tuo telefono"),
    ReadingPurpose.SIGNATURE: _("Per firmare la domanda insieme a te"),
}

OTHER_SUBJECT: Text = _("Altri tuoi dati")
OTHER_PURPOSE: Text = _("Per il lavoro dell'ufficio")


def subject_label(subject: str) -> Text:
    """The words for what was read; general ones for a subject we have no words for."""
    return SUBJECT_LABELS.get(subject, OTHER_SUBJECT)


def purpose_label(purpose: str) -> Text:
    """The words for why it was read; general ones for a purpose we have no words for."""
    return PURPOSE_LABELS.get(purpose, OTHER_PURPOSE)
