"""The words of the e-mails that carry a link to an operator."""

from dataclasses import dataclass

from domain.access.terms import LinkPurpose
from domain.kernel.text import Text, _


@dataclass(frozen=True)
class LinkWords:
    """Subject and paragraphs of an e-mail."""

    subject: Text
    paragraphs: tuple[Text | str, ...]


def link_words(purpose: LinkPurpose, *, given_name: str, ente_name: str, address: str) -> LinkWords:
    """What the e-mail says; the address stands alone on its line, so that it can be pressed or copied."""
    hello = _("Ciao %(name)s,", name=given_name)
    if purpose is LinkPurpose.INVITATION:
        return LinkWords(
            _("Il tuo accesso agli uffici di %(ente)s", ente=ente_name),
            (
                hello,
                _("%(ente)s ti ha dato un accesso al sito degli uffici.", ente=ente_name),
                _("Apri questo indirizzo e scegli la tua password. Tieni vicino il telefono."),
                address,
                _("L'indirizzo vale 72 ore e una volta sola. Non mandarlo a nessuno."),
                _("Se non aspettavi questa e-mail, cancellala."),
            ),
        )
    return LinkWords(
        _("Una nuova password per il sito degli uffici"),
        (
            hello,
            _("qualcuno ha chiesto una nuova password per te. Se sei tu, apri questo indirizzo."),
            address,
            _("L'indirizzo vale 30 minuti e una volta sola. Ti chiediamo anche il codice del telefono o la passkey."),
            _("Se non sei tu, non devi fare niente: la tua password non cambia."),
        ),
    )
