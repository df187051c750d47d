"""Why somebody is not let in. The sentences never say whether an account exists."""

from domain.kernel.refusals import RuleBroken
from domain.kernel.text import _


class WrongCredentials(RuleBroken):
    """E-mail, password or code do not match."""

    default = _("E-mail, password o codice non corrispondono. Controlla e riprova.")


class TooManyTries(RuleBroken):
    """Too many failures: some minutes must pass."""

    default = _("Ci sono stati troppi tentativi. Aspetta qualche minuto e riprova.")


class NoOfficeToday(RuleBroken):
    """The operator holds no role in any office today."""

    default = _("Oggi non hai un ruolo in nessun ufficio. Chiedi all'amministratore del tuo ente.")


class SignInFailed(RuleBroken):
    """The identity provider has not vouched for anybody; ``kind`` chooses the words and the page."""

    default = _("L'accesso non è riuscito. Riprova.")
    kind: str = "generic"


SIGN_IN_SENTENCES = {
    "too_many_tries": _(
        "Hai sbagliato i dati troppe volte. Aspetta un po', o chiedi aiuto a chi te li ha dati."
    ),
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
    "not_an_operator": _("Nessun operatore entra con questa identità. Chiedi all'amministratore del tuo ente."),
}


def sign_in_failed(kind: str) -> SignInFailed:
    """The refusal with the sentence for ``kind``."""
    refusal = SignInFailed(SIGN_IN_SENTENCES.get(kind))
    refusal.kind = kind
    return refusal
