"""Why something about an agenda or an appointment is refused."""

from domain.kernel.refusals import Conflict, NotAllowed, RuleBroken
from domain.kernel.text import _


class PlaceTaken(Conflict):
    """Somebody else was quicker, or the operator, the room or the interpreter is elsewhere at that time."""

    default = _("Questo orario è stato appena preso. Scegline un altro: il resto di quello che hai scritto resta.")


class AlreadyBusy(Conflict):
    """The person has another appointment at that time."""

    default = _("C'è già un appuntamento in questo orario. Scegli un altro orario, oppure sposta quello.")


class NotBookable(RuleBroken):
    """The time is not one that is offered: closed, too soon, too far ahead, kept for others, or not in the week."""

    default = _("Questo orario non si può prenotare. Scegline uno tra quelli liberi.")


class TooManyAppointments(RuleBroken):
    """Somebody has as many appointments ahead as the ente allows for one need."""

    default = _("Hai già un appuntamento per questo motivo. Puoi spostarlo o disdirlo, poi prenotarne un altro.")


class TooLateToChange(RuleBroken):
    """The appointment is too near to be moved or cancelled by oneself."""

    default = _("Manca troppo poco: ormai si può cambiare solo telefonando all'ufficio.")


class AppointmentSettled(Conflict):
    """The appointment was held, missed, moved or cancelled already."""

    default = _("Questo appuntamento è già concluso o disdetto: non si può più cambiare.")


class NotYetTime(RuleBroken):
    """The day of the appointment, or for an absence its hour, has not come."""

    default = _("È troppo presto: aspetta il giorno e l'ora dell'appuntamento.")


class NotYourDay(NotAllowed):
    """Only who receives people in the office notes what becomes of its appointments."""

    default = _("Lo può fare solo chi riceve le persone in questo ufficio.")


class OfferExpired(Conflict):
    """The time to answer an offer is over, or somebody answered it already."""

    default = _("Questa proposta non vale più. Il tuo appuntamento resta quello di prima.")


class NotYourAgenda(NotAllowed):
    """Only the head of the office or an administrator of the ente changes an agenda."""

    default = _("Le agende le cambia solo il responsabile dell'ufficio o un amministratore dell'ente.")


class AgendaChangedMeanwhile(Conflict):
    """A colleague has changed the agenda since it was opened."""

    default = _("Un collega ha cambiato questa agenda nel frattempo. Guarda com'è adesso e riprova.")


class DraftOver(Conflict):
    """What was typed while booking was kept for an hour, and is gone, or belongs to another browser."""

    default = _("È passato troppo tempo e abbiamo tolto quello che avevi scritto. Comincia di nuovo.")


class ContactNotProven(RuleBroken):
    """Who books without signing in types the code first that was sent to the contact."""

    default = _("Prima scrivi il codice che ti abbiamo mandato: così sappiamo che il contatto è giusto.")


class WrongLetters(RuleBroken):
    """The letters that were typed do not begin the surname of who has the appointment."""

    default = _("Le lettere non sono giuste. Scrivi le prime tre lettere del cognome di chi ha l'appuntamento.")


class PaperUnavailable(RuleBroken):
    """The machine cannot draw a PDF now."""

    default = _("Per ora il foglio non si può stampare. Scrivi il codice: basta quello.")


class NameTaken(Conflict):
    """Something of the same kind has this name already."""

    default = _("C'è già qualcosa con questo nome. Scegline un altro.")


class AlreadyInvited(Conflict):
    """The person has an open invitation for this need in this office."""

    default = _("Questa persona ha già un invito aperto per questo motivo in questo ufficio.")


class AlreadyExpected(RuleBroken):
    """The person has as many appointments ahead as they may book by themselves."""

    default = _("Questa persona ha già un appuntamento: da sé non può prenotarne un altro. Se serve, prenota tu.")


class NotInvitable(RuleBroken):
    """Nothing is sent to the person, nor shown to who acts for them."""

    default = _("A questa persona non mandiamo inviti. Chiamala tu, con le cautele concordate.")


class InvitationSettled(Conflict):
    """The invitation was booked, withdrawn or closed already."""

    default = _("Questo invito è già concluso: non si può più cambiare.")
