"""Whether the days of a delegation are possible."""

from datetime import date
from uuid import UUID

from domain.access.rules.delegation_periods import latest_end
from domain.kernel.text import Text, _
from domain.organization.queries.enti import ente
from domain.platform.work import UnitOfWork


async def delegation_period_problems(
    work: UnitOfWork, ente_id: UUID, starts_on: date, ends_on: date
) -> dict[str, Text]:
    """What is wrong with the days of a delegation, by field; the ente of the person says how long one lasts at most."""
    months = (await ente(work, ente_id)).delegation_months
    if starts_on < work.today:
        return {"starts_on": _("Una delega non può iniziare nel passato.")}
    if ends_on < starts_on:
        return {"ends_on": _("L'ultimo giorno viene prima del primo. Controlla le date.")}
    if ends_on > latest_end(starts_on, months):
        return {"ends_on": _("Una delega può durare al massimo %(months)s mesi.", months=months)}
    return {}
