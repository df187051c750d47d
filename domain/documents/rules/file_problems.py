"""Why a file that somebody sends cannot be taken, in words that help to send a better one."""

from dataclasses import replace
from enum import StrEnum

from domain.documents.rules.intake_limits import IntakeLimits
from domain.kernel.text import Text, _


class FileProblem(StrEnum):
    """One reason to refuse a file. The value is for logs: it names the kind of file, nobody's data."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    UNKNOWN_TYPE = "unknown_type"
    PROGRAM = "program"
    WEB_PAGE = "web_page"
    ARCHIVE = "archive"
    OFFICE = "office"
    UNSUPPORTED_IMAGE = "unsupported_image"
    DAMAGED = "damaged"
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_MANY_PAGES = "too_many_pages"
    PROTECTED = "protected"
    HIDDEN_CONTENT = "hidden_content"
    ACTIVE_CONTENT = "active_content"
    BOMB = "bomb"
    NO_DOCUMENT_INSIDE = "no_document_inside"
    TOO_MANY_ENVELOPES = "too_many_envelopes"
    TOO_COMPLEX = "too_complex"


_EXPLANATIONS = {
    FileProblem.EMPTY: _("Il file è vuoto. Scegli un altro file."),
    FileProblem.TOO_LARGE: _("Il file è troppo grande: il massimo è %(megabytes)s MB."),
    FileProblem.UNKNOWN_TYPE: _("Non riconosciamo questo tipo di file. Puoi mandare: %(accepted)s."),
    FileProblem.PROGRAM: _("Questo file è un programma, non un documento. Manda una foto o un PDF."),
    FileProblem.WEB_PAGE: _("Questo file è una pagina web. Salvala come PDF e manda il PDF."),
    FileProblem.ARCHIVE: _("Questo file è un archivio compresso. Manda i documenti uno alla volta."),
    FileProblem.OFFICE: _("Questo è un file di testo o di calcolo. Salvalo come PDF e manda il PDF."),
    FileProblem.UNSUPPORTED_IMAGE: _("Non possiamo leggere questo tipo di immagine. Puoi mandare: %(accepted)s."),
    FileProblem.TOO_MANY_PIXELS: _("L'immagine è troppo grande: il massimo è %(megapixels)s megapixel."),
    FileProblem.TOO_MANY_PAGES: _("Il PDF ha troppe pagine: il massimo è %(pages)s. Dividilo in più file."),
    FileProblem.PROTECTED: _("Il PDF è protetto da una password. Togli la password e mandalo di nuovo."),
    FileProblem.HIDDEN_CONTENT: _("Il file contiene altro, oltre al documento. Salvalo di nuovo come PDF e riprova."),
    FileProblem.ACTIVE_CONTENT: _(
        "Il documento firmato contiene comandi o altri file. Fanne una copia semplice e firmala di nuovo."
    ),
    FileProblem.BOMB: _("Il file, una volta aperto, è troppo grande. Salvalo di nuovo come PDF e riprova."),
    FileProblem.NO_DOCUMENT_INSIDE: _("Il file P7M contiene solo la firma. Manda il file P7M con dentro il documento."),
    FileProblem.TOO_MANY_ENVELOPES: _("Il documento è firmato troppe volte: il massimo è %(envelopes)s."),
    FileProblem.TOO_COMPLEX: _("Non riusciamo a leggere questo file. Fai una foto al documento e manda la foto."),
    FileProblem.DAMAGED: _("Il file è rovinato e non si apre. Prova a salvarlo di nuovo, o manda una foto."),
}


def explain(problem: FileProblem, limits: IntakeLimits) -> Text:
    """The sentence a citizen reads when ``problem`` stops their file; ``limits`` fill in the numbers."""
    return replace(
        _EXPLANATIONS[problem],
        values={
            "accepted": "JPEG, PNG, HEIC, PDF, P7M",
            "megabytes": limits.megabytes,
            "megapixels": limits.megapixels,
            "pages": limits.pages,
            "envelopes": limits.envelopes,
        },
    )
