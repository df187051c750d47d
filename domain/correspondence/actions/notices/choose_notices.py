"""An operator chooses of which notices an e-mail comes too."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator
from sqlalchemy.dialects.postgresql import insert

from domain.correspondence.model.notice import NoticeChoice
from domain.correspondence.terms.notices import NoticeKind
from domain.kernel.actor import Operator
from domain.platform.work import UnitOfWork


def _listed(typed: Any) -> Any:
    return [typed] if isinstance(typed, str) else typed


class ChooseNotices(BaseModel):
    """The kinds that come by e-mail too; of all others only the notice in the list."""

    mailed: Annotated[frozenset[NoticeKind], BeforeValidator(_listed)] = frozenset()


async def choose_notices(work: UnitOfWork, operator: Operator, command: ChooseNotices) -> None:
    """For the operator, from the next notice on."""
    rows = [
        NoticeChoice(
            ente_id=operator.ente_id, operator_id=operator.operator_id, kind=kind, is_mailed=kind in command.mailed
        ).model_dump()
        for kind in NoticeKind
    ]
    kept = insert(NoticeChoice).values(rows)
    chosen = kept.on_conflict_do_update(
        index_elements=["operator_id", "kind"], set_={"is_mailed": kept.excluded.is_mailed}
    )
    await (await work.session.connection()).execute(chosen)
