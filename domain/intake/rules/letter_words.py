"""The words of the letters that go out with the steps of a proceeding, as the program ships them.

Each is known by the key that the procedure names, and an ente may write its own. Which court, and by when: the ente
says so, the program does not.
"""

from dataclasses import dataclass, replace

from domain.correspondence.terms.occasions import Occasion
from domain.kernel.languages import SOURCE
from domain.kernel.tagged import paragraphs_of
from domain.kernel.text import Text, _
from domain.platform.language import say


@dataclass(frozen=True)
class LetterWords:
    """A title, what comes before the reasons, what comes after them; on which occasion the person is told.

    ``lists_items``: what is missing stands in it, item by item. ``may_appeal``: it says how to disagree.
    """

    title: Text | str
    opening: tuple[Text | str, ...]
    closing: tuple[Text | str, ...] = ()
    occasion: Occasion = Occasion.STATE_CHANGED
    lists_items: bool = False
    may_appeal: bool = False

    def written(self, own: "OwnLetterWords") -> "LetterWords":
        """The same letter in the words of an ente."""
        opening, closing = paragraphs_of(own.opening), paragraphs_of(own.closing)
        return replace(self, title=own.title, opening=opening, closing=closing)


@dataclass(frozen=True)
class OwnLetterWords:
    """What an ente writes in one language, with tags in braces; an empty line parts paragraphs."""

    title: str
    opening: str
    closing: str


TAGS: dict[str, Text] = {
    "ente": _("il nome dell'ente"),
    "servizio": _("il nome del servizio"),
    "persona": _("nome e cognome della persona che riceve l'aiuto"),
    "domanda": _("il numero della domanda"),
}
"""Every letter knows what to put in the place of these: none can be missing when it is drawn up."""

ONLINE = _("Puoi rispondere dalla tua area personale, oppure allo sportello.")
DECIDED = _("Abbiamo esaminato la tua domanda e abbiamo deciso.")
REVIEW = _("Puoi anche chiedere all'ufficio di guardare di nuovo la decisione.")
ASK_HOW = _("Se non sei d'accordo puoi fare ricorso. Per sapere a chi ed entro quando, chiedi all'ufficio.")
HOW_TO_APPEAL = _("Se non sei d'accordo puoi fare ricorso. Ecco come ed entro quando.")

LETTERS: dict[str, LetterWords] = {
    "integration_request": LetterWords(
        _("Nella tua domanda manca qualcosa"),
        (_("Per andare avanti ci serve quello che trovi in questa lettera."),),
        (ONLINE, _("Fino alla tua risposta il tempo dell'ufficio è fermo (legge 241 del 1990, articolo 2).")),
        occasion=Occasion.INTEGRATION_REQUESTED,
        lists_items=True,
    ),
    "rejection_notice": LetterWords(
        _("Avviso prima di dire no alla tua domanda"),
        (_("Pensiamo di dire no alla tua domanda. Prima di decidere vogliamo sentire te."),),
        (
            _("Hai dieci giorni da quando ricevi questa lettera per scrivere che cosa ne pensi."),
            _("Puoi mandare anche documenti. Li leggiamo prima di decidere (legge 241 del 1990, articolo 10-bis)."),
            ONLINE,
        ),
        occasion=Occasion.REJECTION_ANNOUNCED,
    ),
    "decision_granted": LetterWords(
        _("La risposta alla tua domanda è sì"),
        (DECIDED, _("La tua domanda è accolta.")),
        (_("L'ufficio ti contatta per i prossimi passi."), REVIEW),
        occasion=Occasion.DECISION_TAKEN,
        may_appeal=True,
    ),
    "decision_granted_in_part": LetterWords(
        _("La risposta alla tua domanda è sì, per una parte"),
        (DECIDED, _("La tua domanda è accolta solo per una parte.")),
        (REVIEW,),
        occasion=Occasion.DECISION_TAKEN,
        may_appeal=True,
    ),
    "decision_rejected": LetterWords(
        _("La risposta alla tua domanda è no"),
        (DECIDED, _("La tua domanda non è accolta.")),
        (REVIEW,),
        occasion=Occasion.DECISION_TAKEN,
        may_appeal=True,
    ),
    "archive_notice": LetterWords(
        _("Abbiamo chiuso la tua domanda senza decidere"),
        (_("La tua domanda è chiusa. Non è un sì e non è un no."),),
        (_("Se ti serve ancora, puoi fare una domanda nuova."),),
        occasion=Occasion.DECISION_TAKEN,
        may_appeal=True,
    ),
    "review_answer": LetterWords(
        _("Abbiamo guardato di nuovo la decisione"),
        (_("Hai chiesto di guardare di nuovo la decisione. Ecco la nostra risposta."),),
        occasion=Occasion.DECISION_TAKEN,
        may_appeal=True,
    ),
}
GENERAL = LetterWords(_("Una lettera sulla tua domanda"), (_("Ti scriviamo per la domanda che hai fatto."),))
"""For a letter that a procedure of the ente names and the program does not know."""


def letter_words(template: str) -> LetterWords:
    """The words for the key of a procedure."""
    return LETTERS.get(template, GENERAL)


def letter_subject(template: str) -> str:
    """What the register says of the letter, always in Italian and in our words."""
    title = letter_words(template).title
    return say(title, SOURCE.code) if isinstance(title, Text) else title
