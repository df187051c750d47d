"""An ente changes the words, the place or the meaning for statistics of a code."""

from uuid import UUID

from pydantic import BaseModel, Field

from domain.kernel.actor import Actor, Operator
from domain.kernel.refusals import Invalid
from domain.kernel.text import _
from domain.organization.events import CodeChanged
from domain.organization.queries.administered_codes import CodeToChange, code_list, code_to_change
from domain.organization.queries.codes import known_code
from domain.organization.refusals import CodeNotYours
from domain.organization.rules.code_marks import kept_marks
from domain.platform.work import UnitOfWork


class ChangeCode(BaseModel):
    """How ``ente_id`` shows the code from now on; what an ambito changes holds for its comuni too."""

    ente_id: UUID
    list_name: str
    code: str
    label: str = Field(min_length=1, max_length=200)
    position: int | None = Field(default=None, ge=0, le=99_999)
    common_code: str | None = Field(default=None, max_length=40)
    is_economic: bool = False
    siuss: str = Field(default="", max_length=20)
    istat: str = Field(default="", max_length=20)


async def change_code(work: UnitOfWork, actor: Actor, command: ChangeCode) -> None:
    """Change it for the ente; who wrote the code down before reads the new words.

    What is as inherited is not kept: it goes on following the common code. Refuses NotFound, NotAnAdministrator,
    CodeNotYours for what only who added the code may change, Invalid beside a common code that is not there.
    """
    found = await code_to_change(work, actor, command.ente_id, command.list_name, command.code)
    await _count(work, command, found)
    above = found.inherited
    found.row.rename(
        None if above is not None and above.label == command.label else command.label,
        None if above is not None and above.position == command.position else command.position,
    )
    typed = command.model_dump()
    found.row.mark(kept_marks(typed, code_list(command.list_name).marks, above.attributes if above else {}))
    work.session.add(found.row)
    await work.session.flush()  # what a colleague has just said of the same code must be refused here
    by = actor.operator_id if isinstance(actor, Operator) else None
    await work.record(
        CodeChanged(ente_id=command.ente_id, list_name=command.list_name, code=command.code, by_operator_id=by)
    )


async def _count(work: UnitOfWork, command: ChangeCode, found: CodeToChange) -> None:
    if found.inherited is not None:
        if command.common_code not in (None, found.shown.common_code):
            raise CodeNotYours
        return
    if command.common_code is not None:
        common = await known_code(work, command.ente_id, command.list_name, command.common_code)
        if common is None or common.common_code != common.code:
            raise Invalid({"common_code": _("Scegli una delle voci comuni dell'elenco.")})
    found.row.count_as(command.common_code)
