"""A call for applications to home care, written by a planner: three points alone at home, more for a low ISEE."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from domain.catalogue.actions.bandi.change_bando import ChangeBando, change_bando
from domain.catalogue.actions.bandi.draft_bando import DraftBando, draft_bando
from domain.catalogue.actions.bandi.keep_criterion import KeepCriterion, TypedBand, keep_criterion
from domain.catalogue.actions.bandi.open_bando import OpenBando, open_bando
from domain.catalogue.queries.bandi.bando_sheet import bando_sheet
from domain.catalogue.rules.designing.lines import Line, Lines
from domain.catalogue.seeds.starting_services import HOME_CARE
from domain.intake.actions.answer_step import AnswerStep, answer_step
from domain.intake.actions.start_application import StartApplication, start_application
from domain.intake.model.application import Application
from domain.kernel.actor import Citizen, Operator
from domain.kernel.clock import ROME
from domain.platform.localised import Localised
from domain.platform.work import UnitOfWork
from tests.support.applications import ANSWERS, Values

OPENS_ON, CLOSES_ON = date(2027, 3, 1), date(2027, 3, 31)
BEFORE = datetime(2027, 3, 1, 8, 59, 59, tzinfo=ROME)
OPENING = datetime(2027, 3, 1, 9, tzinfo=ROME)
DURING = datetime(2027, 3, 10, 15, tzinfo=ROME)
CLOSING = datetime(2027, 3, 31, 12, tzinfo=ROME)
AFTER = datetime(2027, 3, 31, 12, 0, 1, tzinfo=ROME)
TITLE = "Bando per l'aiuto a casa"


async def a_draft_bando(work: UnitOfWork, operator: Operator, **changes: Any) -> UUID:
    """Everything written, nothing published: open from 1 March 2027 at 9 to 31 March at 12."""
    bando_id = await draft_bando(work, operator, DraftBando(title=TITLE, service_slug=HOME_CARE))
    written: dict[str, Any] = {
        "title": Localised({"it": TITLE, "en": "Call for help at home"}),
        "summary": Localised({"it": "Ore di aiuto a casa per chi vive da solo."}),
        "requirements": Localised({"it": "Vivere in uno dei comuni dell'ambito."}),
        "contacts": Localised({"it": "Ufficio di piano, tel. 010 000000."}),
        "documents": "Un documento d'identità",
        "act": "Determina n. 12 del 1 febbraio 2027",
        "appeal": "Ricorso entro i giorni che dice la legge.",
        "opens_on": OPENS_ON,
        "opens_hour": time(9),
        "closes_on": CLOSES_ON,
        "closes_hour": time(12),
    }
    seen = await revision(work, operator, bando_id)
    await change_bando(work, operator, ChangeBando(bando_id=bando_id, seen_revision=seen, **written | changes))
    await keep_criterion(work, operator, alone(bando_id, seen + 1))
    await keep_criterion(work, operator, low_isee(bando_id, seen + 2))
    return bando_id


def alone(bando_id: UUID, seen: int, points: str = "3") -> KeepCriterion:
    """Points for who lives alone."""
    return KeepCriterion(
        bando_id=bando_id,
        seen_revision=seen,
        label=Localised({"it": "Vive da solo"}),
        source="art. 5, lettera a",
        points=points,
        condition=Lines(lines=(Line(question="lives_alone", value="Sì"),)),
    )


def low_isee(bando_id: UUID, seen: int) -> KeepCriterion:
    """Five points up to 6.000 euros, two and a half up to 10.000, none above."""
    return KeepCriterion(
        bando_id=bando_id,
        seen_revision=seen,
        label=Localised({"it": "ISEE basso"}),
        source="art. 5, lettera b",
        question="isee_amount",
        bands=(
            TypedBand(up_to="6.000", points="5"),
            TypedBand(up_to="10.000", points="2,5"),
            TypedBand(points="0"),
        ),
    )


async def a_published_bando(work: UnitOfWork, operator: Operator, **changes: Any) -> UUID:
    """The same, published before it opens: the clock of the caller must stand before 31 March 2027."""
    bando_id = await a_draft_bando(work, operator, **changes)
    seen = await revision(work, operator, bando_id)
    await open_bando(work, operator, OpenBando(bando_id=bando_id, seen_revision=seen))
    return bando_id


async def revision(work: UnitOfWork, operator: Operator, bando_id: UUID) -> int:
    """As the page shows it."""
    return (await bando_sheet(work, operator, bando_id)).revision


async def a_filled_bando_draft(work: UnitOfWork, citizen: Citizen, bando_id: UUID, **changes: Values) -> Application:
    """An application to the bando in which everything is answered; ``changes`` replace some answers of a step."""
    draft = await start_application(work, citizen, StartApplication(service_slug=HOME_CARE, bando_id=bando_id))
    for key, values in ANSWERS.items():
        said = dict(values) | changes.get(key, {})
        if key == "who" and said.get("codice_fiscale") == "":
            said["codice_fiscale"] = draft.answers.get("codice_fiscale", "")
        saved = await answer_step(work, citizen, AnswerStep(application_id=draft.id, step_key=key, values=said))
        assert saved.problems == {}, (key, saved.problems)
    return draft
