"""A letter that goes out with a step: who, about what, why, and what the person can do."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from babel.dates import format_date

from domain.intake.rules.letter_words import ASK_HOW, HOW_TO_APPEAL, LetterWords
from domain.intake.rules.receipt import BCP_47
from domain.kernel.clock import ROME
from domain.kernel.languages import BY_CODE, SOURCE
from domain.kernel.tagged import filled
from domain.kernel.text import Text, _
from domain.platform.language import say
from domain.platform.pdf.act import Act, Block, Ente, Facts, Heading, Items, Note, PageWords, Paragraph, Stamp


@dataclass(frozen=True)
class LetterFacts:
    """Everything that a letter says, already in ``language``; ``reasons`` pair what was asked and written.

    ``appeal`` is the ente's own text, in Italian.
    """

    language: str
    ente_name: str
    ente_address: tuple[str, ...]
    service_title: str
    beneficiary_name: str
    application_number: str
    office: tuple[str, ...]
    responsible: str
    answer_due_on: date | None
    reasons: Sequence[tuple[str, str]]
    items: Sequence[tuple[str, str]]
    appeal: str = ""


def letter(words: LetterWords, facts: LetterFacts, number: str, registered_at: datetime) -> Act:
    """The whole letter with its number, in the language of the applicant."""
    language = BY_CODE.get(facts.language, SOURCE)
    code = language.code
    day = format_date(registered_at.astimezone(ROME), "long", locale=code)
    return Act(
        title=_said(words.title, facts, code),
        language=BCP_47.get(code, code),
        direction=language.direction,
        ente=Ente(facts.ente_name, facts.ente_address),
        page_words=PageWords(say(_("Pagina"), code), say(_("di"), code)),
        blocks=[Stamp(say(_("Numero di protocollo"), code), number, day), *_blocks(words, facts, code)],
    )


def letter_fingerprint(words: LetterWords, facts: LetterFacts) -> str:
    """The SHA-256, in hex, of what the letter says: without its number, which comes from registering it."""
    said = [_said(words.title, facts, facts.language), *(asdict(one) for one in _blocks(words, facts, facts.language))]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _blocks(words: LetterWords, facts: LetterFacts, code: str) -> list[Block]:
    rows: list[tuple[Text, str]] = [
        (_("Servizio"), facts.service_title),
        (_("Persona che riceve l'aiuto"), facts.beneficiary_name),
        (_("Numero della domanda"), facts.application_number),
        (_("Ufficio che segue la domanda"), "\n".join(facts.office)),
        (_("Chi segue la domanda"), facts.responsible),
        (_("Hai tempo fino a"), format_date(facts.answer_due_on, "full", locale=code) if facts.answer_due_on else ""),
    ]
    found: list[Block] = [Paragraph(_said(one, facts, code)) for one in words.opening]
    found.append(Facts([(say(label, code), value) for label, value in rows if value]))
    for label, value in facts.reasons:
        found += [Heading(label), *(Paragraph(line) for line in value.splitlines() if line.strip())]
    if words.lists_items and facts.items:
        listed = [f"{label}: {note}" if note else label for label, note in facts.items]
        found += [Heading(say(_("Che cosa serve"), code)), Items(listed, numbered=True)]
    closing = [_said(one, facts, code) for one in words.closing]
    if closing:
        found += [Heading(say(_("Che cosa puoi fare"), code)), *(Paragraph(one) for one in closing)]
    return [*found, *(_appeal(facts, code) if words.may_appeal else [])]


def _said(words: Text | str, facts: LetterFacts, code: str) -> str:
    """Our own sentence in the language of the letter, or the ente's with its tags filled."""
    if isinstance(words, Text):
        return say(words, code)
    known = {
        "ente": facts.ente_name,
        "servizio": facts.service_title,
        "persona": facts.beneficiary_name,
        "domanda": facts.application_number,
    }
    return filled(words, known)


def _appeal(facts: LetterFacts, code: str) -> list[Block]:
    if not facts.appeal:
        return [Note(say(ASK_HOW, code))]
    lines = [Paragraph(one, language=SOURCE.code) for one in facts.appeal.splitlines() if one.strip()]
    return [Note(say(HOW_TO_APPEAL, code)), *lines]
