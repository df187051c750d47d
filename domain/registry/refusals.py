"""Why something about a person is refused."""

from domain.kernel.refusals import Conflict, NotAllowed, RuleBroken
from domain.kernel.text import _


class AlreadyRegistered(Conflict):
    """A person with this codice fiscale is in the registry of the ambito."""

    default = _("Questa persona è già registrata.")


class NotYourPerson(NotAllowed):
    """This may be seen, but only operators change it."""

    default = _("Questo dato può cambiarlo solo l'ufficio.")


class HouseholdWithoutReference(RuleBroken):
    """A household has exactly one reference person, and nobody twice."""

    default = _("Nel nucleo ci deve essere una sola persona di riferimento, e ogni persona una volta sola.")


class GuardianOfOneself(RuleBroken):
    """Nobody is one's own guardian."""

    default = _("Una persona non può rappresentare se stessa.")


class PeriodReversed(RuleBroken):
    """The last day comes before the first."""

    default = _("L'ultimo giorno viene prima del primo. Controlla le date.")


class TitleAlreadyChecked(Conflict):
    """A colleague has verified or refused the title meanwhile."""

    default = _("Qualcuno ha già controllato questa richiesta.")


class TooManyDeclared(RuleBroken):
    """Somebody has many titles that nobody has checked yet."""

    default = _("Hai già molte richieste da controllare. Aspetta la risposta dell'ufficio.")


class ProtectionWithoutReaders(RuleBroken):
    """Somebody must be able to see a protected person."""

    default = _("Indica almeno un operatore che può vedere questa persona.")


class NotYourSection(NotAllowed):
    """The person may be known, but this part of what is known is for others."""

    default = _("Questa parte dei dati la vedono solo gli operatori autorizzati.")


class AlreadyInHousehold(RuleBroken):
    """Of a registry, ISEE or fiscal household one is a member of one at a time."""

    default = _("Questa persona è già in un nucleo dello stesso tipo. Spostala, oppure scegli un altro giorno.")


class NotInHousehold(RuleBroken):
    """Who is to leave or to stay is not a member on that day."""

    default = _("In quel giorno una di queste persone non è nel nucleo. Controlla il giorno.")


class NobodyLeft(RuleBroken):
    """A split leaves somebody on each side."""

    default = _("Scegli chi esce. Nel nucleo di prima deve restare almeno una persona.")


class RelationWithOneself(RuleBroken):
    """Nobody is one's own relative."""

    default = _("Scegli due persone diverse.")


class PlaceIsNoRelative(RuleBroken):
    """A school or a service has ties, not parents or partners."""

    default = _("Con un luogo o un servizio si scrive solo com'è il rapporto, non una parentela.")


class ChangedMeanwhile(Conflict):
    """What is to be corrected is not believed any more: a colleague has already changed it."""

    default = _("Un collega ha già cambiato questo dato. Guarda com'è adesso, poi riprova.")


class NameNeeded(RuleBroken):
    """Somebody always has a name: it is corrected, never taken away."""

    default = _("Il nome non si può togliere: si può solo correggere.")


class AlreadyDecided(Conflict):
    """A colleague has joined these two records, or told them apart, meanwhile."""

    default = _("Qualcuno ha già deciso su queste due schede.")


class AlreadyJoined(Conflict):
    """One of the records stands only for its history: another one counts."""

    default = _("Una delle due schede è già unita a un'altra. Cerca di nuovo la persona.")


class NotJoinable(RuleBroken):
    """Two different codici fiscali are two people, until the head of an office says otherwise."""

    default = _("Le due schede hanno codici fiscali diversi. Solo il responsabile dell'ufficio può unirle.")


class BusyRecords(Conflict):
    """Somebody is writing on one of the two records."""

    default = _("Qualcuno sta scrivendo su una delle due schede. Riprova tra poco.")


class AlreadyUndone(Conflict):
    """A colleague has undone this merge meanwhile."""

    default = _("Questa unione è già annullata.")


class JoinedAgain(RuleBroken):
    """The record has been joined to another one since: that comes first."""

    default = _("Questa scheda è stata unita di nuovo. Annulla prima l'unione più recente.")


class ChangedSince(Conflict):
    """Somebody has changed since what the merge had changed."""

    default = _("Dopo l'unione qualcuno ha cambiato questi dati. Scegli se tenere quello che è più nuovo.")


class NotProvisional(RuleBroken):
    """Only a provisional code is replaced."""

    default = _("Questa persona ha già un codice fiscale definitivo.")


class RegistryUnavailable(Conflict):
    """The civil registry does not answer now, or not in a way that can be read: people are written by hand."""

    default = _("L'anagrafe non risponde. Riprova più tardi, oppure scrivi i dati a mano.")


class RegistryUnreadable(RegistryUnavailable):
    """The civil registry answered about this person in a way that cannot be read."""


class NobodyInRegistry(Conflict):
    """The civil registry does not have this person."""

    default = _("L'anagrafe non ha questa persona.")


class CodeNeeded(RuleBroken):
    """The civil registry is asked about somebody by codice fiscale, and this person has none."""

    default = _("Per chiedere all'anagrafe serve il codice fiscale di questa persona.")


class DifferenceDecided(Conflict):
    """A colleague has accepted or refused the difference."""

    default = _("Qualcuno ha già deciso su questa differenza.")


class SharingOver(Conflict):
    """It has been taken back meanwhile."""

    default = _("Questa condivisione è già finita.")


class NotToBeShared(RuleBroken):
    """People under protection are shown to nobody else, and a record is shared with another ente of the ambito only."""

    default = _("Questa scheda non si può condividere con questo ente.")


class SharedAlready(RuleBroken):
    """The other ente reads the record on some of these days already."""

    default = _("Questo ente vede già la scheda in questi giorni.")


class BodyNameTaken(Conflict):
    """The ente works with a body of this name already."""

    default = _("C'è già un'organizzazione con questo nome. Cercala nell'elenco.")


class BodyOfOthers(NotAllowed):
    """Another ente of the ambito keeps it."""

    default = _("Questa organizzazione l'ha scritta un altro ente. La può cambiare solo chi lavora lì.")


class BodyChangedMeanwhile(Conflict):
    """Somebody changed the body after this page was opened."""

    default = _("Un collega ha cambiato questi dati dopo che hai aperto la pagina. Ricarica e riprova.")
