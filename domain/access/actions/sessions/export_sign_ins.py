"""An administrator takes the journal of accesses away as a file."""

from collections.abc import Sequence

from domain.access.events import SignInsExported
from domain.access.queries.sessions.sign_ins import SignInFilter, SignInRow, all_sign_ins
from domain.kernel.actor import Operator
from domain.organization.queries.administered import check_administers
from domain.platform.work import UnitOfWork


async def export_sign_ins(work: UnitOfWork, operator: Operator, wanted: SignInFilter) -> Sequence[SignInRow]:
    """The lines for the file; that it was made is kept, with how many. Refuses NotAnAdministrator."""
    check_administers(operator, operator.ente_id)
    rows = await all_sign_ins(work, operator, wanted)
    await work.record(SignInsExported(ente_id=operator.ente_id, by_operator_id=operator.operator_id, lines=len(rows)))
    return rows
