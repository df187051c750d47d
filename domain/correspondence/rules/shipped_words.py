"""The words that the program comes with, for each occasion. They say nothing delicate."""

from dataclasses import dataclass

from domain.correspondence.terms.occasions import Occasion
from domain.kernel.text import Text, _

NEWS = _("C'è una novità sulla tua domanda")
WHERE = _("Leggi qui, nella tua area personale: {link}")
AUTOMATIC = _("Questo messaggio parte da solo: non rispondere a questo indirizzo.")
SHORT = _("{ente}: c'è un messaggio per te. Leggi qui: {link}")
TO_CHOOSE = _("Scegli tu il giorno e l'ora da questa pagina: {link}")
OR_CALL = _("Se non puoi farlo da qui, chiamaci: prenotiamo noi per te.")
ONLY_THAT = _("C'è un messaggio per te.")
"""All that a telephone or a mailbox is told which others may see."""


@dataclass(frozen=True)
class Shipped:
    """The words of an occasion, before an ente chooses its own."""

    subject: Text
    paragraphs: tuple[Text, ...]
    short: Text = SHORT


def _news(*sentences: Text, subject: Text = NEWS) -> Shipped:
    return Shipped(subject, (*sentences, WHERE, AUTOMATIC))


def _appointment(subject: Text, *sentences: Text) -> Shipped:
    where = _("Per vederlo, spostarlo o disdirlo apri questa pagina: {link}")
    return Shipped(subject, (*sentences, where, AUTOMATIC))


SHIPPED: dict[Occasion, Shipped] = {
    Occasion.APPLICATION_RECEIVED: Shipped(
        NEWS,
        (
            _("Abbiamo ricevuto la tua domanda. La ricevuta breve è allegata a questo messaggio."),
            _("La ricevuta con le tue risposte è nella tua area personale: {link}"),
            AUTOMATIC,
        ),
    ),
    Occasion.APPLICATION_BY_DELEGATE: Shipped(
        NEWS,
        (
            _("{chi} ha mandato una domanda per te, con la tua delega."),
            _("La trovi nella tua area personale: {link}"),
            _("Se non lo sapevi, togli la delega e chiamaci."),
            AUTOMATIC,
        ),
    ),
    Occasion.INTEGRATION_REQUESTED: _news(
        _("Per andare avanti ci serve qualcosa da te."), _("Mandalo entro questo giorno: {entro}.")
    ),
    Occasion.INTEGRATION_REMINDER: _news(
        _("Aspettiamo ancora qualcosa da te."), _("Mandalo entro questo giorno: {entro}.")
    ),
    Occasion.STATE_CHANGED: _news(_("La tua domanda è andata avanti.")),
    Occasion.REJECTION_ANNOUNCED: _news(
        _("Prima di decidere vogliamo sentire te."),
        _("Leggi che cosa non va. Puoi rispondere entro questo giorno: {entro}."),
    ),
    Occasion.DECISION_TAKEN: _news(_("Abbiamo deciso sulla tua domanda. La decisione e i motivi sono nel sito.")),
    Occasion.OFFICE_MESSAGE: _news(_("L'ufficio ti ha scritto."), subject=_("C'è un messaggio dell'ufficio")),
    Occasion.DRAFT_EXPIRING: _news(
        _("Hai una domanda non finita. La cancelliamo dopo questo giorno: {entro}."),
        subject=_("Una domanda aspetta di essere finita"),
    ),
    Occasion.DOCUMENT_DUE: _news(
        _("Hai detto che ci mandi un documento. Il giorno che hai scelto è: {entro}."),
        subject=_("Aspettiamo un documento da te"),
    ),
    Occasion.TITLE_CHANGED: Shipped(
        _("C'è una novità su chi può agire per te o con te"),
        (Text("{novita}"), _("Trovi tutto nella tua area personale: {link}"), AUTOMATIC),
    ),
    Occasion.COPY_READY: Shipped(
        _("La copia dei dati è pronta"),
        (
            _("La copia che hai chiesto è pronta. La trovi nella tua area personale: {link}"),
            _("La puoi scaricare per sette giorni. Poi la togliamo."),
            _("Se non l'hai chiesta tu, chiama subito l'ufficio."),
        ),
    ),
    Occasion.APPOINTMENT_BOOKED: _appointment(
        _("Il tuo appuntamento è prenotato"), _("Ti aspettiamo: {quando}."), _("Dove: {dove}.")
    ),
    Occasion.APPOINTMENT_MOVED: _appointment(
        _("Il tuo appuntamento è spostato"), _("Adesso ti aspettiamo: {quando}."), _("Dove: {dove}.")
    ),
    Occasion.APPOINTMENT_CANCELLED: Shipped(
        _("Il tuo appuntamento è disdetto"),
        (
            _("Questo appuntamento non si fa più: {quando}."),
            _("Se ti serve ancora, prenotane un altro o chiamaci. Leggi qui: {link}"),
            AUTOMATIC,
        ),
    ),
    Occasion.RECTIFICATION_NEWS: Shipped(
        _("C'è una novità sulla tua richiesta di correzione"),
        (_("L'ufficio ha scritto qualcosa sulla tua richiesta di correggere i dati."), WHERE),
    ),
    Occasion.APPOINTMENT_REMINDER: Shipped(
        _("Il tuo appuntamento si avvicina"),
        (
            _("Ti aspettiamo in questo giorno e a quest'ora: {quando}."),
            _("Dove andare e che cosa portare lo leggi qui: {link}"),
            _("Se non puoi venire, disdici dalla stessa pagina. Così il posto serve a un'altra persona."),
            AUTOMATIC,
        ),
        _("{ente}: hai un appuntamento. Giorno, ora e luogo li leggi qui: {link}"),
    ),
    Occasion.APPOINTMENT_EARLIER: Shipped(
        _("Si è liberato un orario prima"),
        (
            _("Si è liberato un orario prima del tuo: {quando}."),
            _("Di' sì o no da questa pagina: {link}"),
            _("Lo teniamo per te fino a questo momento: {entro}."),
            _("Se non rispondi, resta valido l'appuntamento che hai già."),
            AUTOMATIC,
        ),
    ),
    Occasion.APPOINTMENT_REPLACED: Shipped(
        _("Il tuo appuntamento cambia: ecco un altro orario"),
        (
            _("Nel giorno del tuo appuntamento non possiamo riceverti. Ci dispiace."),
            _("Ti proponiamo questo giorno e quest'ora: {quando}."),
            _("Di' sì o no da questa pagina: {link}"),
            _("Lo teniamo per te fino a questo momento: {entro}. Poi il posto va a un'altra persona."),
            AUTOMATIC,
        ),
    ),
    Occasion.APPOINTMENT_CALLED_OFF: Shipped(
        _("Il tuo appuntamento è annullato"),
        (
            _("Nel giorno del tuo appuntamento non possiamo riceverti. Ci dispiace."),
            _("Non abbiamo ancora trovato un altro orario. Ti chiama l'ufficio."),
            _("Se vuoi fare prima, scegli un altro orario qui: {link}"),
            AUTOMATIC,
        ),
    ),
    Occasion.APPOINTMENT_INVITED: Shipped(
        _("Ti invitiamo a prenotare un appuntamento"),
        (_("Vogliamo incontrarti. Prenota entro questo giorno: {entro}."), TO_CHOOSE, OR_CALL, AUTOMATIC),
    ),
    Occasion.APPOINTMENT_INVITED_STILL: Shipped(
        _("Non hai ancora prenotato l'appuntamento"),
        (_("C'è ancora tempo. Prenota entro questo giorno: {entro}."), TO_CHOOSE, OR_CALL, AUTOMATIC),
    ),
}
