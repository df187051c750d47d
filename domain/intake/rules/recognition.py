"""Whether what an operator writes of a recognition, and of a paper, can be."""

from datetime import date
from typing import Protocol

from domain.access.terms import IdentityDocument
from domain.intake.terms import Channel, Recognition
from domain.kernel.refusals import Invalid
from domain.kernel.text import Text, _


class SeenDocument(Protocol):
    """A document that the operator has seen."""

    document_kind: IdentityDocument | None
    document_number: str
    document_expires_on: date | None


class Recognising(SeenDocument, Protocol):
    """What the operator has written."""

    channel: Channel
    paper_on: date | None
    way: Recognition
    is_from_home: bool


def check_recognition(seen: Recognising, *, today: date) -> None:
    """Refuses Invalid, by field: no document named, one that has expired, a paper without its day or of the future."""
    problems = _of_paper(seen, today)
    if seen.way is Recognition.DOCUMENT:
        problems |= document_problems(seen, today)
    if seen.way is Recognition.COPY and seen.channel is not Channel.PAPER:
        problems["way"] = _("La copia del documento basta solo per una domanda su carta.")
    if seen.is_from_home and seen.channel is Channel.PAPER:
        problems["is_from_home"] = _("Una domanda su carta si copia in una bozza nuova.")
    if problems:
        raise Invalid(problems)


def _of_paper(seen: Recognising, today: date) -> dict[str, Text]:
    if seen.channel is not Channel.PAPER:
        return {} if seen.paper_on is None else {"paper_on": _("La data serve solo per una domanda su carta.")}
    if seen.paper_on is None:
        return {"paper_on": _("Scrivi la data che c'è sul foglio.")}
    return {"paper_on": _("La data è nel futuro. Controlla l'anno.")} if seen.paper_on > today else {}


def document_problems(seen: SeenDocument, today: date) -> dict[str, Text]:
    """What is wrong with a document that was seen, by field: not named whole, or expired."""
    problems: dict[str, Text] = {}
    if seen.document_kind is None:
        problems["document_kind"] = _("Scegli una delle risposte.")
    if not seen.document_number:
        problems["document_number"] = _("Questa risposta serve.")
    if seen.document_expires_on is None:
        problems["document_expires_on"] = _("Questa risposta serve.")
    elif seen.document_expires_on < today:
        problems["document_expires_on"] = _("Questo documento è scaduto. Chiedi un documento valido.")
    return problems
