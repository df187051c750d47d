"""The individual plans of the demonstration: one that the person has to answer to, one that is due for its check."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from domain.casework.actions.care_plan.agreeing.note_plan_answer import NotePlanAnswer, note_plan_answer
from domain.casework.actions.care_plan.agreeing.propose_care_plan import ProposeCarePlan, propose_care_plan
from domain.casework.actions.care_plan.agreeing.share_care_plan import ShareCarePlan, share_care_plan
from domain.casework.actions.care_plan.set_plan_rules import SetPlanRules, set_plan_rules
from domain.casework.actions.care_plan.writing.draw_up_care_plan import DrawUpCarePlan, draw_up_care_plan
from domain.casework.actions.care_plan.writing.keep_goal import KeepGoal, keep_goal
from domain.casework.actions.care_plan.writing.keep_party import KeepParty, keep_party
from domain.casework.actions.care_plan.writing.keep_plan_action import KeepPlanAction, keep_plan_action
from domain.casework.actions.care_plan.writing.set_timetable import SetTimetable, set_timetable
from domain.casework.actions.care_plan.writing.write_outline import WriteOutline, write_outline
from domain.casework.queries.care_plan.case_for_plan import case_for_plan
from domain.casework.queries.cases_of_person import cases_of_person
from domain.casework.terms.care_plans import Doer, Horizon, PartyKind, Presence
from domain.commands.stories.life import SYSTEM, Bind, operator_called, person_called, react_to_all
from domain.kernel.actor import Operator
from domain.kernel.clock import as_of
from domain.platform.work import UnitOfWork, unit_of_work

YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Aim:
    """A goal, and what is done for it."""

    text: str
    horizon: Horizon
    area: str
    action: str
    doer: Doer
    who: str = ""
    frequency: str = ""


@dataclass(frozen=True)
class DemoPlan:
    """``worker`` makes a plan with ``who``, so many days ago; ``head`` says that people answer on the portal."""

    who: str
    worker: str
    head: str
    days_ago: int
    reasons: str
    resources: str
    aims: tuple[Aim, ...]
    party: tuple[PartyKind, str]
    months: int
    is_accepted: bool


PLANS = (
    DemoPlan(
        "Maria Rosa Fontanelli",
        "Sara Bonfante",
        "Giovanni Sartorelli",
        8,
        "Da quando è caduta, la signora ha paura di lavarsi da sola e esce poco.",
        "Una vicina fa la spesa il sabato. La figlia telefona ogni sera.",
        (
            Aim(
                "Lavarsi senza paura di cadere",
                Horizon.SHORT,
                "AUTONOMIA",
                "Aiuto per il bagno a casa",
                Doer.PROVIDER,
                "Cooperativa Il Ponte",
                "due volte alla settimana",
            ),
            Aim(
                "Tornare al centro anziani",
                Horizon.MEDIUM,
                "RELAZIONI",
                "Un volontario la accompagna in auto",
                Doer.VOLUNTEER,
                frequency="il giovedì",
            ),
            Aim("Restare nella sua casa", Horizon.LONG, "CASA", "La figlia cerca chi cambia la vasca", Doer.FAMILY),
        ),
        (PartyKind.PERSON, "Maria Rosa Fontanelli"),
        2,
        is_accepted=False,
    ),
    DemoPlan(
        "Marco Dellavalle",
        "Ilaria Desanti",
        "Tommaso Vecchietti",
        27,
        "Marco ha bisogno di aiuto per tutto e la mattina i genitori lavorano.",
        "I genitori sono presenti. La scuola ha un educatore.",
        (
            Aim(
                "Arrivare a scuola in orario, senza fretta",
                Horizon.SHORT,
                "SCUOLA",
                "Un operatore lo aiuta ad alzarsi",
                Doer.PROVIDER,
                "Cooperativa Il Ponte",
                "ogni mattina di scuola",
            ),
            Aim("Mangiare da solo", Horizon.LONG, "AUTONOMIA", "Esercizi a casa con l'educatore", Doer.FAMILY),
        ),
        (PartyKind.FAMILY, "Paola Serafini, la madre"),
        1,
        is_accepted=True,
    ),
)


async def make_plans(ambito_id: UUID, now: datetime, bind: Bind) -> None:
    """Let the plans happen, each on its day, for people who have a case and no plan."""
    for one in PLANS:
        operator, head = await operator_called(one.worker, bind), await operator_called(one.head, bind)
        async with unit_of_work(SYSTEM, read_only=True, bind=bind) as work:
            person_id = await person_called(work, ambito_id, one.who)
        with as_of(now - timedelta(days=one.days_ago)):
            async with unit_of_work(operator, bind=bind) as work:
                is_made = await _make(work, operator, one, person_id)
            if is_made:
                async with unit_of_work(head, bind=bind) as work:
                    await set_plan_rules(work, head, SetPlanRules(is_answered_online=True))
                await react_to_all(bind)


async def _make(work: UnitOfWork, operator: Operator, one: DemoPlan, person_id: UUID) -> bool:
    """Whether it was made now."""
    cases = await cases_of_person(work, operator, person_id)
    if not cases or (await case_for_plan(work, operator, cases[0].id)).plans:
        return False
    plan_id = await draw_up_care_plan(work, operator, DrawUpCarePlan(case_id=cases[0].id, kind="GENERICO"))
    await write_outline(work, operator, WriteOutline(plan_id=plan_id, motivations=one.reasons, resources=one.resources))
    for aim in one.aims:
        goal = await keep_goal(
            work, operator, KeepGoal(plan_id=plan_id, horizon=aim.horizon, text=aim.text, area=aim.area)
        )
        done = {"doer": aim.doer, "who": aim.who, "frequency": aim.frequency, "goal": goal}
        await keep_plan_action(work, operator, KeepPlanAction(plan_id=plan_id, text=aim.action, **done))
    kind, name = one.party
    await keep_party(work, operator, KeepParty(plan_id=plan_id, kind=kind, name=name, presence=Presence.PRESENT))
    days = {"starts_on": work.today, "ends_on": work.today + YEAR, "check_every_months": one.months}
    await set_timetable(work, operator, SetTimetable(plan_id=plan_id, **days))
    await propose_care_plan(work, operator, ProposeCarePlan(plan_id=plan_id))
    await share_care_plan(work, operator, ShareCarePlan(plan_id=plan_id, is_online=True))
    if one.is_accepted:
        await note_plan_answer(work, operator, NotePlanAnswer(plan_id=plan_id, is_accepted=True, on=work.today))
    return True
