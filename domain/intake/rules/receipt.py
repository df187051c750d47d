"""The receipt of an application: what was sent, when, under which number, to whom, by when the answer comes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from babel.dates import format_date, format_time

from domain.intake.rules.summary import StepSummary
from domain.kernel.clock import ROME
from domain.kernel.languages import BY_CODE, SOURCE
from domain.kernel.text import Text, _
from domain.kernel.titles import Title
from domain.platform.language import say
from domain.platform.pdf.act import Act, Block, Ente, Facts, Heading, Items, Note, PageWords, Paragraph, Stamp

BCP_47 = {"zh": "zh-Hans"}


@dataclass(frozen=True)
class ReceivedFile:
    """A file that was sent, and the fingerprint that proves which one (SHA-256, hex)."""

    title: str
    file_name: str
    sha256: str


@dataclass(frozen=True)
class ReceiptFacts:
    """Everything that a receipt says, already in ``language``; ``title`` by which the applicant has acted.

    ``signed`` names the others who have signed. ``entered`` says which operator has entered it, and for whom; None when
    it came from the portal.
    """

    language: str
    ente_name: str
    ente_address: tuple[str, ...]
    service_title: str
    applicant_name: str
    beneficiary_name: str
    protocollo: str
    registered_at: datetime
    submitted_at: datetime
    office: tuple[str, ...]
    due_on: date
    term_days: int
    steps: Sequence[StepSummary]
    files: Sequence[ReceivedFile]
    title: Title = Title.SELF
    entered: Text | None = None
    signed: tuple[Text, ...] = ()
    logo: bytes | None = None


def receipt(facts: ReceiptFacts) -> Act:
    """The whole receipt, in the language of the applicant; the terms of the law stand in Italian in brackets."""
    code = BY_CODE.get(facts.language, SOURCE).code
    return _act(facts, [*_facts(facts, code), *_answers(facts), *_files(facts, code), *_rights(facts, code)])


def short_receipt(facts: ReceiptFacts) -> Act:
    """The receipt that travels by e-mail: the number, the days, the office, and nothing of what was answered."""
    code = BY_CODE.get(facts.language, SOURCE).code
    where = Paragraph(say(_("Le tue risposte sono nella ricevuta completa, nella tua area personale."), code))
    return _act(facts, [*_facts(facts, code), where, *_rights(facts, code)])


def _act(facts: ReceiptFacts, blocks: Sequence[Block]) -> Act:
    language = BY_CODE.get(facts.language, SOURCE)

    def words(text: Text) -> str:
        return say(text, language.code)

    return Act(
        title=words(_("Ricevuta della domanda")),
        language=BCP_47.get(language.code, language.code),
        direction=language.direction,
        ente=Ente(facts.ente_name, facts.ente_address, facts.logo),
        page_words=PageWords(words(_("Pagina")), words(_("di"))),
        blocks=blocks,
    )


def _facts(facts: ReceiptFacts, code: str) -> list[Block]:
    rows: list[tuple[Text, str]] = [
        (_("Servizio"), facts.service_title),
        (_("Chi ha fatto la domanda"), facts.applicant_name),
        (_("Come è stata presentata"), _presented(facts, code)),
        (_("Chi altro ha firmato"), "\n".join(say(one, code) for one in facts.signed)),
        (_("Persona che riceve l'aiuto"), facts.beneficiary_name),
        (_("Data e ora di invio"), _instant(facts.submitted_at, code)),
        (_("Ufficio che segue la domanda"), "\n".join(facts.office)),
        (_("Ultimo giorno per la risposta"), format_date(facts.due_on, "full", locale=code)),
    ]
    return [
        Stamp(say(_("Numero di protocollo"), code), facts.protocollo, _instant(facts.registered_at, code)),
        Paragraph(say(_("Abbiamo ricevuto la tua domanda. Questa ricevuta è la prova."), code)),
        Facts([(say(label, code), value) for label, value in rows if value]),
    ]


def _presented(facts: ReceiptFacts, code: str) -> str:
    """Both names, where one has acted for the other; who has entered it, where an operator has."""
    acted = facts.title.presented(facts.applicant_name, facts.beneficiary_name)
    told = [acted if facts.title is not Title.SELF else None, facts.entered]
    return "\n".join(say(one, code) for one in told if one is not None)


def _answers(facts: ReceiptFacts) -> list[Block]:
    return [
        block
        for step in facts.steps
        for block in (Heading(step.title), Facts([(one.label, one.value) for one in step.answers]))
    ]


def _files(facts: ReceiptFacts, code: str) -> list[Block]:
    heading = Heading(say(_("Documenti che hai mandato"), code))
    if not facts.files:
        return [heading, Paragraph(say(_("Non hai mandato documenti."), code))]
    print_words = say(_("impronta del file (SHA-256)"), code)
    return [heading, Items([f"{one.title}: {one.file_name}\n{print_words}: {one.sha256}" for one in facts.files])]


def _rights(facts: ReceiptFacts, code: str) -> list[Block]:
    return [
        Heading(say(_("Che cosa succede adesso"), code)),
        Paragraph(
            say(
                _(
                    "L'ufficio risponde al massimo in %(days)s giorni. Questo termine viene dalla legge 241 del 1990.",
                    days=facts.term_days,
                ),
                code,
            )
        ),
        Note(say(_("Se la risposta non arriva in tempo, chiama l'ufficio e dì il numero di protocollo."), code)),
        Paragraph(str(_law()), language=SOURCE.code),
    ]


def _law() -> Text:
    # NOTA: testo di legge: L. 241/1990, artt. 7, 8 e 18-bis
    return _(
        "Comunicazione di avvio del procedimento ai sensi degli artt. 7 e 8 della legge 7 agosto 1990, n. 241. "
        "Ricevuta rilasciata ai sensi dell'art. 18-bis della stessa legge."
    )


def _instant(instant: datetime, code: str) -> str:
    there = instant.astimezone(ROME)
    return f"{format_date(there, 'long', locale=code)}, {format_time(there, 'short', locale=code)}"
