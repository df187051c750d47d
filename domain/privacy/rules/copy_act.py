"""A copy of one's data as people read it: an act that becomes an accessible PDF."""

import re
from datetime import date
from typing import Any

from babel.core import Locale

from domain.kernel.languages import BY_CODE, SOURCE
from domain.kernel.text import _
from domain.platform.language import say
from domain.platform.pdf.act import Act, Block, Ente, Facts, Heading, Items, Note, PageWords, Paragraph
from domain.privacy.rules.copied.application_act import applications_in_words
from domain.privacy.rules.copied.appointment_act import appointments_in_words
from domain.privacy.rules.copied.words import NOTHING, day_words, instant_words, table
from domain.privacy.rules.copy_shape import CopiedFact, CopyShape

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
BCP_47 = {"zh": "zh-Hans"}
MOST_READINGS = 500


def copy_act(copy: CopyShape) -> Act:
    """Everything in ``copy`` in words, part by part; what is not believed any more stands in the other file only."""
    language = BY_CODE.get(copy.language, SOURCE)
    code = language.code
    holder = copy.holder
    return Act(
        title=say(_("Copia dei dati di %(name)s", name=copy.person.full_name), code),
        language=BCP_47.get(code, code),
        direction=language.direction,
        ente=Ente(holder.name, tuple(one for one in (holder.address, holder.email, holder.pec) if one), None),
        page_words=PageWords(say(_("Pagina"), code), say(_("di"), code)),
        blocks=[
            *_start(copy, code),
            *_known(copy, code),
            *_family(copy, code),
            *applications_in_words(copy.applications, code),
            *_papers(copy, code),
            *_readings(copy, code),
            *_rights(copy, code),
            *_plans(copy, code),
            *appointments_in_words(copy.appointments, copy.booking_invitations, code),
        ],
    )


def _start(copy: CopyShape, code: str) -> list[Block]:
    when = instant_words(copy.made_at, code)
    return [
        Paragraph(say(_("Questi sono i dati che avevamo in questo momento: %(moment)s.", moment=when), code)),
        # the number makes these bytes different from those of any other copy: each is destroyed by itself
        Paragraph(say(_("Numero della copia: %(number)s", number=copy.copy_id), code)),
        Note(say(_("Qui ci sono cose private. Conserva questo documento in un posto sicuro."), code)),
        Heading(say(_("Che cosa non c'è in questa copia"), code)),
        Items(list(copy.left_out)),
    ]


def _known(copy: CopyShape, code: str) -> list[Block]:
    person = copy.person
    rows = [
        (_("Nome e cognome"), person.full_name),
        (_("Codice fiscale"), person.codice_fiscale or ""),
        (_("Data di nascita"), day_words(person.born_on, code)),
    ]
    blocks: list[Block] = [
        Heading(say(_("I dati della persona"), code)),
        Facts([(say(label, code), value) for label, value in rows if value]),
    ]
    for fact in copy.facts:
        if fact.known_to is None:
            blocks += [Heading(fact.label, 3), Facts(_fact(fact, code))]
    return blocks


def _fact(fact: CopiedFact, code: str) -> list[tuple[str, str]]:
    told = [(one.label, one.text or _value(one.value, code)) for one in fact.fields]
    days = [
        (say(_("Dal giorno"), code), day_words(fact.starts_on, code)),
        (say(_("Fino al giorno"), code), day_words(fact.ends_on, code)),
        (say(_("Da chi lo sappiamo"), code), fact.source_label),
    ]
    return [(label, value) for label, value in (*told, *days) if value]


def _family(copy: CopyShape, code: str) -> list[Block]:
    lived = [
        (one.kinship_label, day_words(one.starts_on, code), day_words(one.ends_before, code)) for one in copy.households
    ]
    means = [
        (
            one.kind_label,
            _money(one.amount),
            one.dsu_number,
            day_words(one.starts_on, code),
            day_words(one.ends_before, code),
        )
        for one in copy.isee
        if one.known_to is None
    ]
    first, before = say(_("Dal giorno"), code), say(_("Prima del giorno"), code)
    return [
        Heading(say(_("Le famiglie in cui vive o ha vissuto"), code)),
        *table((say(_("Che cosa è nella famiglia"), code), first, before), lived, code),
        Heading(say(_("ISEE"), code)),
        *table(_isee_heads(code, first, before), means, code),
    ]


def _isee_heads(code: str, first: str, before: str) -> tuple[str, ...]:
    named = (say(one, code) for one in (_("Che ISEE è"), _("Valore in euro"), _("Numero della DSU")))
    return (*named, first, before)


def _papers(copy: CopyShape, code: str) -> list[Block]:
    documents = [(one.title, one.file_name, instant_words(one.kept_at, code)) for one in copy.documents]
    letters: list[Block] = []
    for one in copy.letters:
        body = [Paragraph(text, BCP_47.get(one.language, one.language)) for text in one.paragraphs]
        letters += [Heading(one.subject, 3), Paragraph(instant_words(one.written_at, code)), *body]
    written = [
        block
        for one in copy.messages
        for block in (Heading(one.author, 3), Paragraph(instant_words(one.sent_at, code)), Paragraph(one.text))
    ]
    columns = (say(_("Documento"), code), say(_("Nome del file"), code), say(_("Quando"), code))
    return [
        Heading(say(_("I documenti"), code)),
        *table(columns, documents, code),
        Heading(say(_("Le lettere"), code)),
        *(letters or [Paragraph(say(NOTHING, code))]),
        Heading(say(_("I messaggi con gli uffici"), code)),
        *(written or [Paragraph(say(NOTHING, code))]),
    ]


def _readings(copy: CopyShape, code: str) -> list[Block]:
    rows = [
        (
            instant_words(one.at, code),
            " – ".join(part for part in (one.office, one.ente) if part) or one.name or _reader(one.by, code),
            one.what,
            one.why,
        )
        for one in copy.readings[:MOST_READINGS]
    ]
    columns = [say(one, code) for one in (_("Quando"), _("Chi"), _("Che cosa"), _("Perché"))]
    blocks: list[Block] = [Heading(say(_("Chi ha visto i dati"), code)), *table(columns, rows, code)]
    if len(copy.readings) > MOST_READINGS:
        most = _("Qui ci sono le ultime %(most)s letture. Il file per i programmi le ha tutte.", most=MOST_READINGS)
        blocks.append(Paragraph(say(most, code)))
    return blocks


def _reader(by: str, code: str) -> str:
    representative = by == "representative"
    return say(_("Chi agisce per legge") if representative else _("Una persona delegata"), code)


def _rights(copy: CopyShape, code: str) -> list[Block]:
    given = [(one.delegator, one.delegate, day_words(one.ends_on, code), one.status_label) for one in copy.delegations]
    columns = [say(one, code) for one in (_("Chi delega"), _("Chi agisce"), _("Fino al giorno"), _("A che punto è"))]
    return [Heading(say(_("Le deleghe"), code)), *table(columns, given, code)]


def _plans(copy: CopyShape, code: str) -> list[Block]:
    if not copy.care_plans:
        return []
    blocks: list[Block] = [Heading(say(_("I progetti"), code))]
    for one in copy.care_plans:
        blocks += [Heading(f"{one.kind} – {one.status_label}", 3), Paragraph(one.motivations)]
        blocks += [Items([goal.text for goal in one.goals]), Items([action.text for action in one.actions])]
    return blocks


def country_name(country: str, code: str) -> str:
    """The country in the language ``code``; its own code where the language has no name for it."""
    return Locale.parse(code).territories.get(country, country)


def _value(value: Any, code: str) -> str:
    if value is True:
        return say(_("sì"), code)
    if isinstance(value, str) and DAY.fullmatch(value):
        return day_words(date.fromisoformat(value), code)
    return str(value)


def _money(amount: Any) -> str:
    return str(amount)
