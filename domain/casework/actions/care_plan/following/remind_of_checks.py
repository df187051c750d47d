"""Who answers for plans is told that they are to be checked: once before the day, once when it has come."""

from uuid import UUID

from domain.casework.actions.care_plan.tell_of_plan import TellOfPlan, tell_of_plan
from domain.casework.queries.care_plan.checks_to_tell import checks_to_tell
from domain.kernel.actor import System
from domain.kernel.text import _
from domain.platform.work import UnitOfWork


async def remind_of_checks(work: UnitOfWork, system: System, after: UUID | None = None) -> UUID | None:
    """Tell of at most two hundred checks; gives back the last one looked at, None when there are no more."""
    checks = await checks_to_tell(work, system, after)
    for one in checks:
        if one.due_on <= work.today:
            one.told_at = work.now
            words, when = _("Oggi è da verificare un progetto personalizzato."), "due"
        else:
            one.warned_at = work.now
            words, when = _("Tra poco è da verificare un progetto personalizzato."), "soon"
        if one.due_on < work.today:
            words = _("La verifica di un progetto personalizzato è in ritardo.")
        key = f"care-plan-{when}:{one.plan_id}:{one.due_on}"
        await tell_of_plan(work, system, TellOfPlan(one.plan_id, key, words))
    return checks[-1].id if checks else None
