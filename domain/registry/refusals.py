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


class ChangedMeanwhile(Conflict):
    """What is to be corrected is not believed any more: a colleague has already changed it."""

    default = _("Un collega ha già cambiato questo dato. Guarda com'è adesso, poi riprova.")


class NameNeeded(RuleBroken):
    """Somebody always has a name: it is corrected, never taken away."""

    default = _("Il nome non si può togliere: si può solo correggere.")


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


class AlreadyDecided(Conflict):
    """A colleague has accepted or refused the difference."""

    default = _("Qualcuno ha già deciso su questa differenza.")
