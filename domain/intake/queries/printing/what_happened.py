"""The parts of a printed file that say what the office did: the procedure, what it asked, the decision."""

from collections.abc import Sequence

from domain.intake.queries.examination.integration_items import ItemRow
from domain.intake.queries.printing.print_facts import PrintFacts
from domain.intake.rules.printing.paper_words import (
    CODE,
    NOTHING,
    answer_in_words,
    day,
    instant,
    paragraphs,
    said,
    table,
)
from domain.intake.rules.printing.print_act import PrintPart
from domain.intake.terms import ItemKind
from domain.kernel.text import Text, _
from domain.platform.pdf.act import Block, Facts, Heading, Items, Paragraph
from domain.procedure.queries.passages import PassageRow
from domain.procedure.queries.proceeding_of import ProceedingSheet
from domain.procedure.terms import DECISIONS


def procedure_part(facts: PrintFacts) -> PrintPart | None:
    """Where it stands, how the term is counted with its suspensions, every step; None where there is no procedure."""
    found = facts.standing
    if found is None:
        return None
    rows = [
        (said(_("Stato")), found.state.name.in_(CODE)),
        (said(_("In questo stato dal")), instant(found.entered_at)),
        (said(_("Risponde della domanda")), found.responsible),
        (said(_("Ultimo giorno dell'ufficio")), day(found.deadline.due_on) or said(_("fermo, per ora"))),
        (said(_("Il cittadino risponde entro")), day(found.answer_due_on)),
    ]
    counted = [f"{said(one.text)} ({one.law})" if one.law else said(one.text) for one in found.deadline.steps]
    columns = (_("Quando"), _("Passaggio"), _("Nuovo stato"), _("Chi"))
    steps = [
        (instant(one.moved_at), one.name.in_(CODE), one.state.in_(CODE), one.operator or said(one.mover.label))
        for one in reversed(found.history)
    ]
    return PrintPart(
        _("Il procedimento"),
        [
            Facts([(label, value) for label, value in rows if value]),
            Heading(said(_("Come si conta il termine")), 3),
            Items(counted, numbered=True),
            Heading(said(_("Che cosa è successo")), 3),
            *table(columns, steps),
            *_told(found),
        ],
    )


def _told(found: ProceedingSheet) -> list[Block]:
    """What was written in each step, with the notes for colleagues."""
    blocks: list[Block] = []
    for one in reversed(found.history):
        written = _written(one)
        if one.note:
            written.append((said(_("Nota per i colleghi")), one.note))
        if written:
            title = f"{one.name.in_(CODE)} – {instant(one.moved_at)}"
            blocks += [Heading(title, 3), Facts(written)]
    return blocks


def _written(step: PassageRow) -> list[tuple[str, str]]:
    return [(field.label.in_(CODE), answer_in_words(field, value)) for field, value in step.fields]


def requests_part(facts: PrintFacts) -> PrintPart | None:
    """What was asked item by item and what came, and the person's observations; None where there is no procedure."""
    if facts.standing is None:
        return None
    asked = [one for one in facts.items if one.kind is not ItemKind.OBSERVATION]
    observed = [one for one in facts.items if one.kind is ItemKind.OBSERVATION]
    blocks: list[Block] = [*_items(asked)]
    if observed:
        blocks += [Heading(said(_("Le osservazioni della persona")), 3), *_items(observed)]
    return PrintPart(_("Che cosa ha chiesto l'ufficio"), blocks or [Paragraph(said(NOTHING))])


def _items(found: Sequence[ItemRow]) -> list[Block]:
    blocks: list[Block] = []
    for one in found:
        rows: list[tuple[Text, str]] = [
            (_("Nota"), one.note),
            (_("Chiesto il"), instant(one.asked_at)),
            (_("A che punto è"), said(_item_state(one))),
            (_("Risposta"), one.answer),
            (_("Documento"), one.file_name),
        ]
        blocks += [Heading(one.label, 3), Facts([(said(label), value) for label, value in rows if value])]
    return blocks


def _item_state(one: ItemRow) -> Text:
    if one.is_waiting:
        return _("Aspetta il visto")
    if one.is_open:
        return _("Manca ancora")
    return _("Arrivato il %(day)s", day=instant(one.answered_at))


def decision_part(facts: PrintFacts) -> PrintPart | None:
    """The latest answer with its reasons; None where none was given."""
    steps = facts.standing.history if facts.standing else ()
    decided = next((one for one in steps if one.effect in DECISIONS), None)
    if decided is None:
        return None
    rows = [
        (said(_("Decisione")), decided.state.in_(CODE)),
        (said(_("Quando")), instant(decided.moved_at)),
        (said(_("Chi")), decided.operator or said(decided.mover.label)),
    ]
    reasons = [block for label, value in _written(decided) for block in (Heading(label, 3), *paragraphs(value))]
    return PrintPart(_("La decisione"), [Facts(rows), *reasons])
