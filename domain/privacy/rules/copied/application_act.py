"""An application of a copy of one's data, as people read it."""

from babel.numbers import format_decimal

from domain.kernel.text import Text, _
from domain.platform.language import say
from domain.platform.pdf.act import Block, Facts, Heading, Paragraph
from domain.privacy.rules.copied.application import (
    CopiedApplication,
    CopiedFinding,
    CopiedPoints,
    CopiedRequest,
)
from domain.privacy.rules.copied.words import NOTHING, day_words, instant_words, table


def applications_in_words(applications: tuple[CopiedApplication, ...], code: str) -> list[Block]:
    """Each with its answers, what was asked later, what was found and counted, and its letters."""
    blocks: list[Block] = [Heading(say(_("Le domande"), code))]
    for one in applications:
        rows = [
            (say(_("A che punto è"), code), one.status_label),
            (say(_("Numero di protocollo"), code), one.protocollo or ""),
            (say(_("Data e ora di invio"), code), instant_words(one.submitted_at, code)),
        ]
        answers = [(answer.question, answer.answer) for answer in one.answers]
        blocks += [Heading(one.service, 3), Facts([(label, value) for label, value in (*rows, *answers) if value])]
        for request in one.requests:
            blocks += _request(request, code)
        for finding in one.findings:
            blocks += _finding(finding, code)
        blocks += _points(one.points, code) if one.points else []
        blocks += _letters(one, code)
    return blocks if applications else [*blocks, Paragraph(say(NOTHING, code))]


def _request(request: CopiedRequest, code: str) -> list[Block]:
    said = say(_("L'ufficio ha chiesto: %(what)s", what=request.label), code)
    own = say(_("Le osservazioni della persona"), code)
    rows: list[tuple[Text, str]] = [
        (_("Nota"), request.note),
        (_("Chiesto il"), instant_words(request.asked_at, code)),
        (_("Risposta del"), instant_words(request.answered_at, code)),
        (_("Risposta"), request.answer),
        (_("Documento"), request.file_name),
    ]
    is_own = request.kind == "observation"
    return [Heading(own if is_own else said, 3), Facts([(say(label, code), value) for label, value in rows if value])]


def _finding(finding: CopiedFinding, code: str) -> list[Block]:
    met = _("Requisito presente") if finding.is_met else _("Requisito che manca")
    rows = [
        (say(_("Che cosa ha deciso l'ufficio"), code), say(met, code)),
        (say(_("Quando"), code), instant_words(finding.found_at, code)),
        (say(_("Motivo"), code), finding.reason),
        *((one.label, f"{one.value}\n{one.source} {day_words(one.day, code)}") for one in finding.facts),
    ]
    title = say(_("Requisito: %(sentence)s", sentence=finding.sentence), code)
    return [Heading(title, 3), Facts([(label, value) for label, value in rows if value])]


def _points(points: CopiedPoints, code: str) -> list[Block]:
    columns = [say(one, code) for one in (_("Criterio"), _("Punti"), _("Al massimo"))]
    rows = [
        (one.label, format_decimal(one.points, locale=code), format_decimal(one.highest, locale=code))
        for one in points.criteria
    ]
    total = say(_("Punti in tutto"), code), format_decimal(points.points, locale=code)
    title = say(_("Punti per il bando: %(title)s", title=points.bando), code)
    corrected = [
        Paragraph(f"{instant_words(one.counted_at, code)} – {one.corrected}: {one.reason}")
        for one in points.counts
        if one.reason
    ]
    return [Heading(title, 3), Facts([total]), *table(columns, rows, code), *corrected]


def _letters(one: CopiedApplication, code: str) -> list[Block]:
    columns = [say(name, code) for name in (_("Lettera"), _("Protocollo"), _("Mandata il"))]
    rows = [(letter.title, letter.protocollo, instant_words(letter.sent_at, code)) for letter in one.letters]
    return table(columns, rows, code) if rows else []
