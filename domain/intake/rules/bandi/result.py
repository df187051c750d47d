"""The result of a bando as a file that everybody may have: protocollo numbers, points, answers; nobody's name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from domain.intake.rules.bandi.points import points_in_words
from domain.intake.terms import Outcome
from domain.kernel.languages import SOURCE
from domain.kernel.text import Text, _
from domain.platform.language import say
from domain.platform.pdf.act import Act, Block, Ente, Facts, Heading, Note, PageWords, Paragraph, Table


@dataclass(frozen=True)
class ResultRow:
    """An application without its person; ``points`` in hundredths, None when they were never counted."""

    protocollo: str
    points: int | None
    outcome: Outcome | None


@dataclass(frozen=True)
class ResultFacts:
    """What the file says, in Italian."""

    ente_name: str
    ente_address: tuple[str, ...]
    title: str
    act: str
    published_on: date
    result: str
    appeal: str
    rows: Sequence[ResultRow]


def bando_result(facts: ResultFacts) -> Act:
    """The whole file. The rows stand by number: it is no ranking."""
    return Act(
        title=_it(_("Risultato del bando")),
        language=SOURCE.code,
        ente=Ente(facts.ente_name, facts.ente_address),
        blocks=[*_head(facts), *_rows(facts), *_appeal(facts)],
        page_words=PageWords(_it(_("Pagina")), _it(_("di"))),
    )


def _head(facts: ResultFacts) -> list[Block]:
    rows = [
        (_it(_("Bando")), facts.title),
        (_it(_("Atto")), facts.act),
        (_it(_("Giorno di pubblicazione")), format_date(facts.published_on, "long", locale=SOURCE.code)),
    ]
    return [Facts(rows), *(Paragraph(line) for line in facts.result.splitlines() if line.strip())]


def _rows(facts: ResultFacts) -> list[Block]:
    found: list[Block] = [Heading(_it(_("Le domande, per numero di protocollo")))]
    found.append(Note(_it(_("Qui non ci sono nomi. Il tuo numero è nella ricevuta della domanda."))))
    if not facts.rows:
        return [*found, Paragraph(_it(_("Non sono arrivate domande.")))]
    header = [_it(_("Protocollo")), _it(_("Punti")), _it(_("Esito"))]
    return [*found, Table(header, [_row(one) for one in facts.rows])]


def _row(one: ResultRow) -> list[str]:
    points = points_in_words(one.points) if one.points is not None else "–"
    return [one.protocollo, points, _it(one.outcome.label if one.outcome else _("Ancora senza decisione"))]


def _appeal(facts: ResultFacts) -> list[Block]:
    if not facts.appeal:
        return []
    heading = Heading(_it(_("Se non sei d'accordo")))
    return [heading, *(Paragraph(line) for line in facts.appeal.splitlines() if line.strip())]


def _it(text: Text) -> str:
    return say(text, SOURCE.code)
