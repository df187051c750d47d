"""The parts of a printed file that list letters, messages and documents."""

from domain.correspondence.queries.conversations.conversation import MessageRow
from domain.correspondence.terms.conversations import Side
from domain.documents.queries.documents_by_id import DocumentRow
from domain.intake.queries.printing.print_facts import MOST_MESSAGES, PrintFacts
from domain.intake.rules.printing.paper_words import NOTHING, instant, said, table
from domain.intake.rules.printing.print_act import PrintPart
from domain.kernel.text import _
from domain.platform.pdf.act import Block, Facts, Items, Paragraph


def letters_part(facts: PrintFacts) -> PrintPart:
    """The letters that went out, the earliest first; when they were opened on the portal, where that counts."""
    columns = (_("Lettera"), _("Protocollo"), _("Mandata il"), _("Aperta sul portale il"))
    rows = [
        (one.title, one.protocollo, instant(one.sent_at), instant(one.opened_at)) for one in reversed(facts.letters)
    ]
    return PrintPart(_("Le lettere"), table(columns, rows))


def messages_part(facts: PrintFacts) -> PrintPart:
    """What the person and the office wrote to each other, and what colleagues noted."""
    blocks: list[Block] = []
    if facts.has_more_messages:
        last = _("Ci sono altri messaggi. Qui trovi gli ultimi %(most)d.", most=MOST_MESSAGES)
        blocks.append(Paragraph(said(last)))
    rows = [(f"{_author(one)}\n{instant(one.sent_at)}", _text(one)) for one in facts.messages]
    blocks.append(Facts(rows) if rows else Paragraph(said(NOTHING)))
    return PrintPart(_("I messaggi con la persona"), blocks)


def _author(one: MessageRow) -> str:
    who = " – ".join(name for name in (one.author, one.operator) if name)
    return f"{who}\n{said(_('Nota per i colleghi'))}" if one.side is Side.NOTE else who


def _text(one: MessageRow) -> str:
    files = [said(_("Allegato: %(name)s", name=file.file_name)) for file in one.files]
    return "\n".join(part for part in (one.ready_source or one.ready_text, one.text, *files) if part)


def documents_part(facts: PrintFacts) -> PrintPart:
    """The files by name, each with the fingerprint that proves it is that one; never the files themselves."""
    listed = [_listed(one) for one in facts.files]
    say_what = _("I file non sono stampati qui. L'impronta SHA-256 dice se un file è proprio quello.")
    return PrintPart(
        _("I documenti"),
        [Paragraph(said(say_what)), Items(listed, numbered=True)] if listed else [Paragraph(said(NOTHING))],
    )


def _listed(one: DocumentRow) -> str:
    return f"{one.title} – {one.file_name}, {instant(one.created_at)}\nSHA-256 {one.sha256}"
