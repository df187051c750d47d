"""The words of the messages that carry a one-time code. They say nothing of what the person does with us."""

from dataclasses import dataclass

from domain.kernel.text import Text, _


@dataclass(frozen=True)
class CodeWords:
    """Subject and paragraphs of an e-mail, and the one line of a text message."""

    subject: Text
    paragraphs: tuple[Text | str, ...]
    short: Text


def code_words(code: str, ente_name: str, *, is_proof: bool) -> CodeWords:
    """What the message says; the code stands alone on its line, so that it can be copied.

    A code that ``is_proof`` opens nothing: it only confirms the contact.
    """
    entering = (_("Il tuo codice per entrare"), _("Ecco il codice per entrare nel sito di %(ente)s:", ente=ente_name))
    proving = (_("Il tuo codice di conferma"), _("Ecco il codice da scrivere nel sito di %(ente)s:", ente=ente_name))
    subject, opening = proving if is_proof else entering
    return CodeWords(
        subject=subject,
        paragraphs=(
            opening,
            code,
            _("Vale 10 minuti e una volta sola. Non dirlo a nessuno: noi non te lo chiediamo mai al telefono."),
            _("Se non l'hai chiesto tu, non devi fare niente: cancella questo messaggio."),
        ),
        short=_("%(ente)s: il codice è %(code)s. Vale 10 minuti. Non dirlo a nessuno.", ente=ente_name, code=code),
    )
