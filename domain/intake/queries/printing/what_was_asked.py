"""The parts of a printed file that say what the person asked, and whether it may be had."""

from decimal import Decimal

from domain.catalogue.queries.requirements import FACTS, FactValue, fact_words
from domain.intake.queries.checking.checklist import CheckRow
from domain.intake.queries.printing.print_facts import PrintFacts
from domain.intake.rules.printing.paper_words import CODE, day, instant, money, number, said, table
from domain.intake.rules.printing.print_act import PrintPart
from domain.kernel.text import Text, _
from domain.platform.pdf.act import Block, Facts, Heading, Paragraph


def answers_part(facts: PrintFacts) -> PrintPart:
    """Question and answer, as they stood in the form that was filled in."""
    blocks: list[Block] = []
    for step in facts.sheet.steps:
        rows = [(one.label, one.value or said(_("senza risposta"))) for one in step.answers]
        blocks += [Heading(step.title, 3), Facts(rows)]
    return PrintPart(_("Le risposte"), blocks)


def checks_part(facts: PrintFacts) -> PrintPart | None:
    """Requirement by requirement, from which facts, and what the office has found; None where nothing is asked."""
    if not facts.checks.rows:
        return None
    of_day = _("Il programma guarda i dati del giorno della domanda: %(day)s.", day=day(facts.checks.day))
    blocks: list[Block] = [Paragraph(said(of_day))]
    for row in facts.checks.rows:
        blocks += [Heading(row.requirement.sentence.in_(CODE), 3), Facts(_check(row))]
    return PrintPart(_("I requisiti del servizio"), blocks)


def _check(row: CheckRow) -> list[tuple[str, str]]:
    rows = [
        (said(_("Risultato")), said(row.outcome.label)),
        (said(_("Che cosa dice la regola")), said(row.computed.label)),
        (said(_("Da dove viene la regola")), row.requirement.source.in_(CODE)),
        *(
            (_label(one.key), f"{_value(one.key, one.value)}\n{said(one.source)} {day(one.day)}")
            for one in row.deciding
        ),
    ]
    if row.missing:
        rows.append((said(_("Non si sa")), "\n".join(_label(key) for key in row.missing)))
    if row.kept is not None:
        rows += [
            (said(_("Chi ha deciso")), f"{row.kept.who}\n{instant(row.kept.at)}"),
            (said(_("Motivo")), row.kept.reason),
        ]
    return [(label, value) for label, value in rows if value]


def _label(key: str) -> str:
    return said(FACTS[key].label) if key in FACTS else key


def _value(key: str, value: FactValue) -> str:
    if key not in FACTS:
        return str(value)
    found = fact_words(FACTS[key], value)
    if isinstance(found, Text):
        return said(found)
    return money(found) if isinstance(found, Decimal) else number(found)


def points_part(facts: PrintFacts) -> PrintPart | None:
    """The points for a bando, and every counting; None for an application to none."""
    if facts.score is None:
        return None
    rows = [
        (one.label.in_(CODE), _points(one.points), _points(one.highest), one.source) for one in facts.score.score.lines
    ]
    history = [
        (instant(one.at), _points(one.points), one.by or said(_("il programma")), one.corrected, one.reason)
        for one in facts.score.history
    ]
    columns = (_("Criterio"), _("Punti"), _("Al massimo"), _("Articolo"))
    counted = (_("Quando"), _("Punti"), _("Chi"), _("Risposta corretta"), _("Motivo"))
    return PrintPart(
        _("I punti per il bando"),
        [
            Facts(
                [
                    (said(_("Bando")), facts.score.bando.content.title.in_(CODE)),
                    (said(_("Punti in tutto")), _points(facts.score.score.points)),
                ]
            ),
            *table(columns, rows),
            Heading(said(_("Come sono stati contati")), 3),
            *table(counted, history),
        ],
    )


def _points(hundredths: int) -> str:
    return number(Decimal(hundredths) / 100)
