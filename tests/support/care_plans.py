"""A plan that an office has shared with somebody, by real actions."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.casework.actions.care_plan.agreeing.propose_care_plan import ProposeCarePlan, propose_care_plan
from domain.casework.actions.care_plan.agreeing.share_care_plan import ShareCarePlan, share_care_plan
from domain.casework.actions.care_plan.set_plan_rules import SetPlanRules, set_plan_rules
from domain.casework.actions.care_plan.writing.draw_up_care_plan import DrawUpCarePlan, draw_up_care_plan
from domain.casework.actions.care_plan.writing.keep_goal import KeepGoal, keep_goal
from domain.casework.actions.care_plan.writing.keep_party import KeepParty, keep_party
from domain.casework.actions.care_plan.writing.keep_plan_action import KeepPlanAction, keep_plan_action
from domain.casework.actions.care_plan.writing.set_timetable import SetTimetable, set_timetable
from domain.casework.actions.care_plan.writing.write_outline import WriteOutline, write_outline
from domain.casework.actions.ensure_case import ensure_case
from domain.casework.terms.care_plans import Doer, Horizon, PartyKind, Presence
from domain.kernel.roles import Role
from domain.platform.work import unit_of_work
from tests.support.given import SYSTEM, Territory, an_operator


async def a_shared_plan(
    connection: AsyncConnection, territory: Territory, person_id: UUID, *, is_answered_online: bool = True
) -> UUID:
    """On the portal, waiting for the person's answer; gives back its id."""
    async with unit_of_work(SYSTEM, bind=connection) as work:
        case_id = (await ensure_case(work, territory.comune_id, person_id, territory.office_id)).id
        head = await an_operator(work, territory.office_id, [Role.OFFICE_HEAD], names="Piera Capo")
    async with unit_of_work(head, bind=connection) as work:
        await set_plan_rules(work, head, SetPlanRules(is_answered_online=is_answered_online))
        plan_id = await draw_up_care_plan(work, head, DrawUpCarePlan(case_id=case_id, kind="GENERICO"))
        await write_outline(work, head, WriteOutline(plan_id=plan_id, motivations="Vive sola e cade spesso."))
        goal = await keep_goal(work, head, KeepGoal(plan_id=plan_id, horizon=Horizon.SHORT, text="Essere al sicuro"))
        action = KeepPlanAction(plan_id=plan_id, text="Aiuto per il bagno", doer=Doer.PROVIDER, goal=goal)
        await keep_plan_action(work, head, action)
        party = KeepParty(plan_id=plan_id, kind=PartyKind.PERSON, name="Rosa", presence=Presence.PRESENT)
        await keep_party(work, head, party)
        days = {"starts_on": work.today, "ends_on": work.today + timedelta(days=365), "check_every_months": 3}
        await set_timetable(work, head, SetTimetable(plan_id=plan_id, **days))
        await propose_care_plan(work, head, ProposeCarePlan(plan_id=plan_id))
        await share_care_plan(work, head, ShareCarePlan(plan_id=plan_id, is_online=True))
    return plan_id
