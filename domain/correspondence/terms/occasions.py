"""On which occasions people are written to, and what each may say."""

from enum import StrEnum

from domain.correspondence.terms import Sort
from domain.kernel.text import Text, _


class Occasion(StrEnum):
    """Why somebody is written to. OTHER has its words from who writes, and no text of the ente."""

    APPLICATION_RECEIVED = "application_received"
    APPLICATION_BY_DELEGATE = "application_by_delegate"
    INTEGRATION_REQUESTED = "integration_requested"
    INTEGRATION_REMINDER = "integration_reminder"
    STATE_CHANGED = "state_changed"
    REJECTION_ANNOUNCED = "rejection_announced"
    DECISION_TAKEN = "decision_taken"
    OFFICE_MESSAGE = "office_message"
    DRAFT_EXPIRING = "draft_expiring"
    DOCUMENT_DUE = "document_due"
    TITLE_CHANGED = "title_changed"
    COPY_READY = "copy_ready"
    RECTIFICATION_NEWS = "rectification_news"
    APPOINTMENT_BOOKED = "appointment_booked"
    APPOINTMENT_MOVED = "appointment_moved"
    APPOINTMENT_CANCELLED = "appointment_cancelled"
    APPOINTMENT_REMINDER = "appointment_reminder"
    APPOINTMENT_EARLIER = "appointment_earlier"
    APPOINTMENT_REPLACED = "appointment_replaced"
    APPOINTMENT_CALLED_OFF = "appointment_called_off"
    APPOINTMENT_INVITED = "appointment_invited"
    APPOINTMENT_INVITED_STILL = "appointment_invited_still"
    OTHER = "other"

    @property
    def label(self) -> Text:
        """The occasion as operators read it."""
        return OCCASION_LABELS[self]

    @property
    def sort(self) -> Sort:
        """Which choice of the person it follows."""
        if self in APPOINTMENTS:
            return Sort.APPOINTMENTS
        return Sort.REMINDERS if self in REMINDERS else Sort.APPLICATIONS


REMINDERS = frozenset({Occasion.INTEGRATION_REMINDER, Occasion.DRAFT_EXPIRING, Occasion.DOCUMENT_DUE})
APPOINTMENTS = frozenset(one for one in Occasion if one.value.startswith("appointment_"))

OCCASION_LABELS: dict[Occasion, Text] = {
    Occasion.APPLICATION_RECEIVED: _("Domanda ricevuta"),
    Occasion.APPLICATION_BY_DELEGATE: _("Domanda mandata con una delega"),
    Occasion.INTEGRATION_REQUESTED: _("Richiesta di integrazione"),
    Occasion.INTEGRATION_REMINDER: _("Promemoria di integrazione"),
    Occasion.STATE_CHANGED: _("La domanda va avanti"),
    Occasion.REJECTION_ANNOUNCED: _("Preavviso di rigetto"),
    Occasion.DECISION_TAKEN: _("Decisione presa"),
    Occasion.OFFICE_MESSAGE: _("Messaggio dell'ufficio"),
    Occasion.DRAFT_EXPIRING: _("La bozza sta per essere cancellata"),
    Occasion.DOCUMENT_DUE: _("Documento promesso in scadenza"),
    Occasion.TITLE_CHANGED: _("Deleghe e tutele"),
    Occasion.COPY_READY: _("Copia dei dati pronta"),
    Occasion.RECTIFICATION_NEWS: _("Correzione dei dati"),
    Occasion.APPOINTMENT_BOOKED: _("Appuntamento prenotato"),
    Occasion.APPOINTMENT_MOVED: _("Appuntamento spostato"),
    Occasion.APPOINTMENT_CANCELLED: _("Appuntamento disdetto"),
    Occasion.APPOINTMENT_REMINDER: _("Promemoria di un appuntamento"),
    Occasion.APPOINTMENT_EARLIER: _("Un orario prima si è liberato"),
    Occasion.APPOINTMENT_REPLACED: _("Ufficio chiuso: proposta di un altro orario"),
    Occasion.APPOINTMENT_CALLED_OFF: _("Ufficio chiuso: appuntamento senza un altro orario"),
    Occasion.APPOINTMENT_INVITED: _("Invito a prenotare un appuntamento"),
    Occasion.APPOINTMENT_INVITED_STILL: _("Promemoria di un invito a prenotare"),
    Occasion.OTHER: _("Altro"),
}

EVERYWHERE = ("ente", "link")
"""Tags, as people type them in braces: the name of the ente, the address of the page."""
IN_SMS = frozenset(EVERYWHERE)
"""An SMS may be read by anybody who sees the telephone: it names nothing else."""
OWN_TAGS: dict[Occasion, tuple[str, ...]] = {
    Occasion.APPLICATION_BY_DELEGATE: ("chi",),
    Occasion.INTEGRATION_REQUESTED: ("entro",),
    Occasion.INTEGRATION_REMINDER: ("entro",),
    Occasion.REJECTION_ANNOUNCED: ("entro",),
    Occasion.DRAFT_EXPIRING: ("entro",),
    Occasion.DOCUMENT_DUE: ("entro",),
    Occasion.TITLE_CHANGED: ("novita",),
    Occasion.APPOINTMENT_BOOKED: ("quando", "dove"),
    Occasion.APPOINTMENT_MOVED: ("quando", "dove"),
    Occasion.APPOINTMENT_CANCELLED: ("quando",),
    Occasion.APPOINTMENT_REMINDER: ("quando",),
    Occasion.APPOINTMENT_EARLIER: ("quando", "entro"),
    Occasion.APPOINTMENT_REPLACED: ("quando", "entro"),
    Occasion.APPOINTMENT_INVITED: ("entro",),
    Occasion.APPOINTMENT_INVITED_STILL: ("entro",),
}
"""What an occasion knows besides: who has acted, by which day, what has happened. They must stand in the text."""

TAG_LABELS: dict[str, Text] = {
    "ente": _("il nome dell'ente"),
    "link": _("l'indirizzo della pagina"),
    "chi": _("chi ha mandato la domanda"),
    "entro": _("l'ultimo giorno"),
    "novita": _("che cosa è successo"),
    "quando": _("il giorno e l'ora"),
    "dove": _("il posto, o come vi sentite"),
}


def tags_of(occasion: Occasion) -> tuple[str, ...]:
    """The tags that may stand in the text of ``occasion``."""
    return (*EVERYWHERE, *OWN_TAGS.get(occasion, ()))


WRITTEN = tuple(one for one in Occasion if one is not Occasion.OTHER)
"""The occasions whose words an ente may choose."""
