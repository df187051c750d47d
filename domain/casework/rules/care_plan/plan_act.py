"""A version of a plan as a printable act, in Italian: what the person and the services sign."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from domain.casework.rules.care_plan.check_days import check_days
from domain.casework.rules.care_plan.content import PlanAction, PlanContent
from domain.casework.terms.care_plans import Horizon
from domain.kernel.languages import SOURCE
from domain.kernel.text import Text, _
from domain.platform.language import say
from domain.platform.pdf.act import Act, Block, Ente, Facts, Heading, Items, Note, Paragraph, Table

MISSING = "–"


@dataclass(frozen=True)
class PlanFacts:
    """What stands around the words of the version; ``answer`` says what the person has said, empty before."""

    ente_name: str
    office: str
    full_name: str
    born_on: date | None
    kind: str
    number: int
    responsible: str
    areas: Mapping[str, str]
    answer: Text | None
    sha256: str


def plan_act(content: PlanContent, facts: PlanFacts) -> Act:
    """The act; before the person has answered it ends with places for signatures; a draft says that it is one."""
    return Act(
        title=facts.kind,
        language=SOURCE.code,
        ente=Ente(facts.ente_name, (facts.office,) if facts.office else ()),
        blocks=[
            *_start(content, facts),
            *_goals(content, facts),
            *_people(content),
            *_checks(content),
            *_end(content, facts),
        ],
    )


def _start(content: PlanContent, facts: PlanFacts) -> list[Block]:
    rows = [
        (_say(_("Persona")), facts.full_name),
        (_say(_("Data di nascita")), _day(facts.born_on)),
        (_say(_("Per chi è")), _say(ABOUT[content.is_about_household])),
        (_say(_("Versione")), str(facts.number)),
        (_say(_("Dal giorno")), _day(content.starts_on)),
        (_say(_("Fino al giorno")), _day(content.ends_on)),
        (_say(_("Responsabile del progetto")), facts.responsible or MISSING),
    ]
    blocks: list[Block] = [] if facts.sha256 else [Note(_say(_("Questa è una bozza: può ancora cambiare.")))]
    blocks += [Facts(rows), Heading(_say(_("Perché questo progetto"))), *_paragraphs(content.motivations)]
    if content.resources:
        blocks += [Heading(_say(_("Risorse"))), *_paragraphs(content.resources)]
    return blocks


ABOUT = {True: _("Per tutta la famiglia"), False: _("Per la persona")}


def _goals(content: PlanContent, facts: PlanFacts) -> list[Block]:
    blocks: list[Block] = [Heading(_say(_("Obiettivi e azioni")))]
    for horizon in Horizon:
        for goal in (one for one in content.goals if one.horizon is horizon):
            blocks.append(Heading(goal.text, 3))
            told = [(_say(_("Quando")), _say(goal.horizon.label))]
            told += [(_say(_("Ambito di vita")), facts.areas.get(goal.area, goal.area))] if goal.area else []
            told += [(_say(_("Come si vede")), goal.indicator)] if goal.indicator else []
            blocks += [Facts(told), *_actions(content.actions_for(goal.key))]
    if alone := content.actions_for(""):
        blocks += [Heading(_say(_("Altre azioni")), 3), *_actions(alone)]
    return blocks


def _actions(actions: Sequence[PlanAction]) -> list[Block]:
    if not actions:
        return []
    header = [_say(_("Che cosa")), _say(_("Chi")), _say(_("Ogni quanto")), _say(_("Dal")), _say(_("Al"))]
    rows = [
        [
            one.text,
            f"{_say(one.doer.label)} ({one.who})" if one.who else _say(one.doer.label),
            one.frequency or MISSING,
            _day(one.starts_on),
            _day(one.ends_on),
        ]
        for one in actions
    ]
    return [Table(header, rows)]


def _people(content: PlanContent) -> list[Block]:
    rows = [[one.name, _say(one.kind.label), _say(one.presence.label)] for one in content.parties]
    header = [_say(_("Nome")), _say(_("Chi è")), _say(_("Come"))]
    return [Heading(_say(_("Chi ha partecipato"))), Table(header, rows)] if rows else []


def _checks(content: PlanContent) -> list[Block]:
    days = [format_date(day, "long", locale=SOURCE.code) for day in check_days(content)]
    return [Heading(_say(_("Quando si verifica il progetto"))), Items(days)] if days else []


def _end(content: PlanContent, facts: PlanFacts) -> list[Block]:
    blocks: list[Block] = []
    if facts.answer is not None:
        blocks.append(Note(_say(facts.answer)))
    else:
        signing = [_say(_("La persona, o chi la rappresenta: ____________________"))]
        signing += [_say(_("%(who)s: ____________________", who=facts.responsible or facts.office))]
        signing += [_say(_("%(who)s: ____________________", who=one.name)) for one in content.parties if one.is_signing]
        blocks += [Heading(_say(_("Firme"))), Items(signing)]
    if facts.sha256:
        blocks.append(Paragraph(_say(_("Impronta di questa versione (SHA-256): %(code)s", code=facts.sha256))))
    return blocks


def _paragraphs(text: str) -> list[Block]:
    return [Paragraph(part) for part in text.splitlines() if part.strip()]


def _day(day: date | None) -> str:
    return format_date(day, "long", locale=SOURCE.code) if day else MISSING


def _say(words: Text) -> str:
    return say(words, SOURCE.code)
