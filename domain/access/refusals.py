"""Why somebody is not let in. The sentences never say whether an account exists."""

from domain.kernel.refusals import Conflict, RuleBroken
from domain.kernel.text import _


class WrongCredentials(RuleBroken):
    """E-mail, password or code do not match."""

    default = _("E-mail, password o codice non corrispondono. Controlla e riprova.")


class WrongCode(RuleBroken):
    """The code of the second factor is wrong, too old, or was used already."""

    default = _("Il codice non è giusto, oppure è già stato usato. Aspetta il prossimo e riprova.")


class TooManyTries(RuleBroken):
    """Too many failures: some minutes must pass."""

    default = _("Ci sono stati troppi tentativi. Aspetta qualche minuto e riprova.")


class LinkOver(RuleBroken):
    """The link was used, has expired, was cancelled, or never was."""

    default = _("Questo link non vale più. Chiedine uno nuovo.")


class EntryOver(RuleBroken):
    """The sign-in half done has expired, was finished, or belongs to another browser."""

    default = _("È passato troppo tempo. Riprova dall'inizio.")


class PasskeyRefused(RuleBroken):
    """The passkey's answer is not the right one; the sentence does not say why."""

    default = _("La passkey non è stata accettata. Riprova, o usa un altro modo.")


class CredentialTaken(Conflict):
    """Somebody has this passkey already."""

    default = _("Questa passkey è già registrata.")


class LastSecondFactor(RuleBroken):
    """Nobody is left without a second factor."""

    default = _("Non puoi togliere l'unica passkey. Prima aggiungi un'altra passkey o un'app di codici.")


class OwnCredentials(RuleBroken):
    """Nobody takes away their own second factor as an administrator."""

    default = _("Non puoi azzerare il tuo secondo fattore. Chiedilo a un altro amministratore.")


class NoOfficeToday(RuleBroken):
    """The operator holds no role in any office today."""

    default = _("Oggi non hai un ruolo in nessun ufficio. Chiedi all'amministratore del tuo ente.")


class DelegationOver(Conflict):
    """The delegation was answered or ended meanwhile, or its period is over."""

    default = _("Questa delega non aspetta più una risposta. Ricarica la pagina.")


class TooManyDelegations(RuleBroken):
    """Somebody has many delegations that go on."""

    default = _("Hai già molte deleghe attive. Togline una prima di darne un'altra.")


class UnknownPerson(RuleBroken):
    """The facts of a mandate do not name a person we know; which one of them is wrong is not said."""

    default = _("I dati non corrispondono a una persona che conosciamo. Controlla il documento della persona.")


class OneTimeCodeWrong(RuleBroken):
    """The one-time code, or the number of the slip, is wrong: which of the two is not said."""

    default = _("Il codice o il numero non è giusto. Controlla e riprova.")


class OneTimeCodeOver(RuleBroken):
    """The one-time code was used, is too old, was tried too often, or belongs to another browser."""

    default = _("Questo codice non vale più. Chiedine un altro.")


class NumberNeeded(RuleBroken):
    """The code is right, but the number of the slip is needed too."""

    default = _("Il codice è giusto. Adesso serve anche il numero che trovi sul foglio dello sportello.")


class SlipOver(RuleBroken):
    """The number of a slip was used or is too old to be shown again."""

    default = _("Questo foglio non vale più. Fai un nuovo riconoscimento.")


class NotLinkable(RuleBroken):
    """The person has a codice fiscale or no account, or the other one is not somebody with a codice fiscale."""

    default = _("Queste due schede non si possono collegare. Controlla i codici fiscali.")


class GroupTaken(Conflict):
    """The same group gives the same role in the same office already."""

    default = _("Questo gruppo dà già questo ruolo in questo ufficio.")


class NotYetChecked(RuleBroken):
    """The citizen has declared a title that no office has checked."""

    default = _("L'ufficio non ha ancora controllato che puoi agire per questa persona. Per ora puoi solo preparare.")


class SignInFailed(RuleBroken):
    """The identity provider has not vouched for anybody; ``kind`` chooses the words and the page.

    ``reason`` is for our log only. ``return_path`` and ``language`` are those of the request that waited, if any did.
    """

    default = _("L'accesso non è riuscito. Riprova.")
    kind: str = "generic"
    reason: str = ""
    return_path: str = ""
    language: str = ""


SIGN_IN_SENTENCES = {
    "too_many_tries": _("Hai sbagliato i dati troppe volte. Aspetta un po', o chiedi aiuto a chi te li ha dati."),
    "level_too_low": _("Per entrare serve un'identità digitale di livello 2. Chiedi a chi te l'ha data come averla."),
    "timed_out": _("È passato troppo tempo. Riprova dall'inizio."),
    "refused_consent": _("Non hai dato il permesso di mandarci i tuoi dati. Senza, non possiamo farti entrare."),
    "suspended": _("La tua identità digitale è sospesa o bloccata. Chiedi aiuto a chi te l'ha data."),
    "cancelled": _("Hai annullato l'accesso. Puoi riprovare quando vuoi."),
    "wrong_kind": _("Hai usato un'identità digitale di lavoro. Per entrare serve quella personale."),
    "generic": _("L'accesso non è riuscito. Riprova, o usa un altro modo per entrare."),
    "unavailable": _("Il servizio di accesso non risponde. Riprova tra qualche minuto."),
    "untrusted": _("Non siamo riusciti a controllare la risposta. Riprova dall'inizio."),
    "technical": _("C'è un problema tecnico. Riprova tra poco o chiamaci."),
    "other_browser": _("Hai iniziato l'accesso in un'altra finestra. Riprova da qui."),
    "card_expired": _("La tua tessera è scaduta. Chiedi la nuova alla tua ASL o alla tua regione."),
    "card_revoked": _("La tua tessera è stata bloccata. Chiedi alla tua ASL o alla tua regione che cosa fare."),
    "card_unknown": _("Non conosciamo questa tessera. Qui vanno bene solo le tessere sanitarie e le CNS italiane."),
    "card_missing": _("Non abbiamo letto nessuna tessera. Metti la tessera nel lettore e scrivi il PIN."),
    "no_role": NoOfficeToday.default,
    "not_an_operator": _("Nessun operatore entra con questa identità. Chiedi all'amministratore del tuo ente."),
}


def sign_in_failed(kind: str, reason: str = "") -> SignInFailed:
    """The refusal with the sentence for ``kind``; ``reason`` is for our log."""
    refusal = SignInFailed(SIGN_IN_SENTENCES.get(kind))
    refusal.kind, refusal.reason = kind, reason
    return refusal
