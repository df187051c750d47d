"""The pages for who was not let in: what happened, in plain words, and what to do next."""

from dataclasses import dataclass, replace
from typing import Any

from litestar import Request, Response

from domain.access.actions.note_refused_sign_in import note_refused_sign_in
from domain.access.refusals import SignInFailed
from domain.kernel.languages import BY_CODE
from domain.kernel.text import Text, _
from portal.sign_in.paths import return_path
from web.rendering import page
from web.visit import current_visit, visit_of

RETRY = _("Riprova")


@dataclass(frozen=True)
class Advice:
    """The title of a page, what to do, and the words of the button that leads back to the ways in."""

    title: Text
    next_step: Text
    button: Text = RETRY


NOT_IN = _("Non sei entrato")
ANOTHER_WAY = _("Scegli un altro modo per entrare")
ADVICE = {
    "too_many_tries": Advice(
        _("Hai sbagliato i dati troppe volte"),
        _("Controlla nome utente e password sul sito di chi ti ha dato l'identità digitale. Poi riprova."),
    ),
    "level_too_low": Advice(
        _("Serve un'identità digitale più sicura"),
        _("Il livello 2 chiede anche un codice o un'app. Se hai un'altra identità digitale, usa quella."),
        _("Scegli un altro gestore"),
    ),
    "timed_out": Advice(_("Il tempo è finito"), _("Quando riprovi, tieni il telefono vicino.")),
    "refused_consent": Advice(
        _("Ci servono i tuoi dati"),
        _("Usiamo nome, cognome, data di nascita e codice fiscale solo per sapere chi sei."),
    ),
    "suspended": Advice(
        _("La tua identità digitale è bloccata"),
        _("Mentre la fai sbloccare, puoi entrare in un altro modo o venire allo sportello."),
        ANOTHER_WAY,
    ),
    "cancelled": Advice(_("Hai annullato l'accesso"), _("Se hai premuto il bottone sbagliato, riprova da qui.")),
    "wrong_kind": Advice(
        _("Serve la tua identità personale"),
        _("Le identità per professionisti e aziende qui non vanno bene."),
        _("Entra con la tua identità"),
    ),
    "unavailable": Advice(
        _("Il servizio di accesso è fermo"), _("Se hai fretta, entra in un altro modo."), ANOTHER_WAY
    ),
    "untrusted": Advice(NOT_IN, _("La risposta non era quella che aspettavamo. I tuoi dati sono al sicuro.")),
    "technical": Advice(
        _("C'è un problema tecnico"), _("Non è colpa tua. Intanto puoi entrare in un altro modo."), ANOTHER_WAY
    ),
    "other_browser": Advice(
        _("Ricomincia l'accesso da qui"),
        _("Succede se torni indietro, se aspetti troppo o se cambi browser. Controlla che i cookie siano accesi."),
    ),
    "card_expired": Advice(
        _("La tessera è scaduta"), _("Intanto puoi entrare in un altro modo o venire allo sportello."), ANOTHER_WAY
    ),
    "card_revoked": Advice(
        _("La tessera è bloccata"), _("Intanto puoi entrare in un altro modo o venire allo sportello."), ANOTHER_WAY
    ),
    "card_unknown": Advice(
        _("Non riconosciamo la tessera"), _("Controlla di avere scelto il certificato giusto."), ANOTHER_WAY
    ),
    "card_missing": Advice(
        _("Non abbiamo letto la tessera"), _("Togli la tessera, rimettila e chiudi il browser prima di riprovare.")
    ),
    "not_an_operator": Advice(NOT_IN, _("Questo accesso è per chi lavora negli uffici.")),
}
GENERIC = Advice(NOT_IN, _("Può essere un problema di un momento."))


def refused(request: Request[Any, Any, Any], failure: SignInFailed, next_path: str = "") -> Response[Any]:
    """The page (403) for ``failure``, with a number that stands in the log beside the reason.

    It speaks the language in which the sign-in began, and leads back to ``next_path`` after another try.
    """
    number = note_refused_sign_in(failure)
    _speak(request, failure.language)
    advice = ADVICE.get(failure.kind, GENERIC)
    return _page(request, 403, advice, failure.message, return_path(failure.return_path or next_path), number)


def unknown_provider(request: Request[Any, Any, Any], next_path: str = "") -> Response[Any]:
    """The page (404) for a provider that is in no list of ours."""
    why = _("Chi ti ha dato l'identità digitale non è nel nostro elenco.")
    advice = Advice(_("Non conosciamo questo gestore"), _("Scegline un altro dall'elenco."), _("Vai all'elenco"))
    return _page(request, 404, advice, why, return_path(next_path), "")


def _page(
    request: Request[Any, Any, Any], status: int, advice: Advice, why: Text, next_path: str, number: str
) -> Response[Any]:
    answer = page(request, "sign_in/refused.html", status=status, advice=advice, why=why, next=next_path, number=number)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _speak(request: Request[Any, Any, Any], code: str) -> None:
    """Go on in the language ``code``: an answer from another site comes without our language cookie."""
    visit = visit_of(request)
    if code in visit.site.languages and code in BY_CODE:
        request.scope["state"]["visit"] = replace(visit, language=BY_CODE[code])
        current_visit.set(request.scope["state"]["visit"])
