"""An ente says whether documents of a kind expire, and how long they count."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints
from sqlmodel import col, select

from domain.documents.model.kind_rule import KindRule
from domain.documents.permissions import may_keep_kinds
from domain.documents.terms import DocumentKind, Lasting
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid, NotAllowed
from domain.kernel.text import _
from domain.platform import locks
from domain.platform.work import UnitOfWork

LONGEST_MONTHS = 240


class SetKindRule(BaseModel):
    """From ``starts_on`` on; ``months`` only where they count. ``source`` is the law or the act, if there is one."""

    kind: DocumentKind
    starts_on: date
    is_expiring: bool = False
    lasting: Lasting = Lasting.AS_WRITTEN
    months: Annotated[int | None, Field(ge=1, le=LONGEST_MONTHS)] = None
    source: Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)] = ""


async def set_kind_rule(work: UnitOfWork, operator: Operator, command: SetKindRule) -> None:
    """For documents that arrive from that day on; said again for the same day, the last word counts.

    Refuses NotAllowed to all but administrators, and Invalid: a day in the past (what was kept stays as it was kept),
    months that are wanted and not said.
    """
    if not may_keep_kinds(operator):
        raise NotAllowed
    if command.starts_on < work.today:
        raise Invalid({"starts_on": _("Scegli un giorno da oggi in poi: il passato resta com'è.")})
    is_months = command.is_expiring and command.lasting is Lasting.MONTHS
    if is_months and command.months is None:
        raise Invalid({"months": _("Scrivi per quanti mesi vale.")})
    said = {
        "is_expiring": command.is_expiring,
        "lasting": command.lasting if command.is_expiring else Lasting.AS_WRITTEN,
        "months": command.months if is_months else None,
        "source": command.source,
        "written_by_id": operator.operator_id,
    }
    await locks.hold(work, "kind rule", operator.ente_id, command.kind)
    same = select(KindRule).where(
        col(KindRule.ente_id) == operator.ente_id,
        col(KindRule.kind) == command.kind,
        col(KindRule.starts_on) == command.starts_on,
    )
    known = (await work.session.exec(same)).one_or_none()
    if known is None:
        work.session.add(KindRule(ente_id=operator.ente_id, kind=command.kind, starts_on=command.starts_on, **said))
    else:
        known.sqlmodel_update(said)
