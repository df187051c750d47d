"""An attestation on paper: in Italian, for the offices that will read it, with the code by which it is checked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from babel.dates import format_date

from domain.intake.terms.attestations import AttestationKind
from domain.kernel.clock import ROME
from domain.kernel.languages import SOURCE
from domain.kernel.text import Text, _
from domain.platform.language import say
from domain.platform.pdf.act import Act, Block, Ente, Facts, Heading, Note, PageWords, Paragraph, QrCode, Table


@dataclass(frozen=True)
class AttestedRow:
    """An application: its service, its number, the day on which it was sent, how it stands in words."""

    service: str
    protocollo: str
    submitted_at: datetime
    state: Text


@dataclass(frozen=True)
class AttestationFacts:
    """Everything that the paper says. ``year`` for those of a year, ``taken_at`` for who is followed."""

    kind: AttestationKind
    ente_name: str
    ente_address: tuple[str, ...]
    person_name: str
    born_on: date | None
    codice_fiscale: str | None
    rows: Sequence[AttestedRow]
    issued_at: datetime
    code: str
    address: str
    year: int | None = None
    taken_at: datetime | None = None
    logo: bytes | None = None


def attestation(facts: AttestationFacts, protocollo: str) -> Act:
    """The whole paper; ``protocollo`` is its own number, empty where the ente does not register it."""
    return Act(
        title=_it(facts.kind.label),
        language=SOURCE.code,
        ente=Ente(facts.ente_name, facts.ente_address, facts.logo),
        page_words=PageWords(_it(_("Pagina")), _it(_("di"))),
        blocks=[Facts(_who(facts, protocollo)), *_said(facts), *_check(facts)],
    )


def _who(facts: AttestationFacts, protocollo: str) -> list[tuple[str, str]]:
    rows = [
        (_("Persona"), facts.person_name),
        (_("Data di nascita"), _day(facts.born_on) if facts.born_on else ""),
        (_("Codice fiscale"), facts.codice_fiscale or ""),
        (_("Rilasciata il giorno"), _day(facts.issued_at)),
        (_("Protocollo di questa attestazione"), protocollo),
    ]
    return [(_it(label), value) for label, value in rows if value]


def _said(facts: AttestationFacts) -> list[Block]:
    match facts.kind:
        case AttestationKind.YEAR:
            return _of_year(facts)
        case AttestationKind.IN_CHARGE:
            since = _day(facts.taken_at) if facts.taken_at else ""
            told = _(
                "Il servizio sociale segue questa persona dal giorno %(day)s, per la domanda qui sotto.", day=since
            )
        case _:
            told = _("Risulta presentata questa domanda.")
    return [Paragraph(_it(told)), *_table(facts)]


def _of_year(facts: AttestationFacts) -> list[Block]:
    told = _("Nell'anno %(year)s risultano presentate queste domande.", year=facts.year)
    total = _("Domande in tutto: %(count)s.", count=len(facts.rows))
    not_told = _("Questa attestazione non dice quali somme sono state pagate.")
    return [Paragraph(_it(told)), *_table(facts), Paragraph(_it(total)), Note(_it(not_told))]


def _table(facts: AttestationFacts) -> list[Block]:
    header = [_it(_("Servizio")), _it(_("Protocollo")), _it(_("Inviata il")), _it(_("Stato"))]
    rows = [[one.service, one.protocollo or "–", _day(one.submitted_at), _it(one.state)] for one in facts.rows]
    return [Table(header, rows)]


def _check(facts: AttestationFacts) -> list[Block]:
    how = _("Chi riceve il foglio può vedere se vale. Inquadra il codice, oppure lo scrive nella pagina.")
    return [
        Heading(_it(_("Come si controlla"))),
        Paragraph(_it(how)),
        QrCode(f"{facts.address}/{facts.code}", f"{facts.address}\n{facts.code}"),
    ]


def _day(day: date | datetime) -> str:
    there = day.astimezone(ROME).date() if isinstance(day, datetime) else day
    return format_date(there, "long", locale=SOURCE.code)


def _it(text: Text) -> str:
    return say(text, SOURCE.code)
