"""An ente adds a code of its own to a list."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel, Field

from domain.kernel.actor import Actor, Operator
from domain.kernel.refusals import Invalid
from domain.kernel.text import Text, _
from domain.organization.events import CodeAdded
from domain.organization.model.code import LocalCode
from domain.organization.queries.administered import administered_ente
from domain.organization.queries.administered_codes import code_list, codes_starting
from domain.organization.queries.codes import CodeRow, known_code
from domain.organization.refusals import CodeTaken
from domain.organization.rules.code_layers import free_code, stem_of
from domain.organization.rules.code_lists import CodeList
from domain.organization.rules.code_marks import kept_marks
from domain.platform.work import UnitOfWork


class AddCode(BaseModel):
    """A code of ``ente_id``; without a ``code`` one is made from the label.

    ``parent`` is the class it stands under, ``common_code`` the shipped code it counts as. It is offered from
    ``starts_on`` (today) to ``ends_on``, both included. The marks are kept where the list has a place for them.
    """

    ente_id: UUID
    list_name: str = Field(max_length=60)
    label: str = Field(min_length=1, max_length=200)
    code: str = Field(default="", pattern=r"^([A-Za-z0-9][A-Za-z0-9_.+/-]*)?$", max_length=40)
    parent: str | None = Field(default=None, max_length=40)
    common_code: str | None = Field(default=None, max_length=40)
    position: int | None = Field(default=None, ge=0, le=99_999)
    starts_on: date | None = None
    ends_on: date | None = None
    is_economic: bool = False
    siuss: str = Field(default="", max_length=20)
    istat: str = Field(default="", max_length=20)


async def add_code(work: UnitOfWork, actor: Actor, command: AddCode) -> str:
    """Add the code and give it back; the comuni of an ambito inherit what the ambito adds.

    Refuses NotFound, NotAnAdministrator, CodeTaken, and Invalid beside a class or a common code that is not there, and
    beside a last day before the first.
    """
    described = code_list(command.list_name)
    ente = await administered_ente(work, actor, command.ente_id)
    starts_on = command.starts_on or work.today
    if wrong := await _wrong(work, described, command, starts_on):
        raise Invalid(wrong)
    added = LocalCode(
        ente_id=ente.id,
        list_name=command.list_name,
        code=await _code(work, command),
        is_own=True,
        parent=command.parent,
        common_code=command.common_code,
        starts_on=starts_on,
        ends_on=command.ends_on,
        attributes=kept_marks(command.model_dump(), described.marks, {}),
        label=command.label,
    )
    added.rename(command.label, command.position)
    work.session.add(added)
    await work.session.flush()  # a code that a colleague has just added must be refused here
    by = actor.operator_id if isinstance(actor, Operator) else None
    await work.record(CodeAdded(ente_id=ente.id, list_name=added.list_name, code=added.code, by_operator_id=by))
    return added.code


async def _code(work: UnitOfWork, command: AddCode) -> str:
    stem = command.code or stem_of(command.label)
    taken = await codes_starting(work, command.ente_id, command.list_name, stem)
    if command.code in taken:
        raise CodeTaken
    return command.code or free_code(stem, taken)


async def _wrong(work: UnitOfWork, described: CodeList, command: AddCode, starts_on: date) -> dict[str, Text]:
    wrong: dict[str, Text] = {}
    if command.parent is not None and not _is_class(described, await _found(work, command, command.parent)):
        wrong["parent"] = _("Scegli una delle classi dell'elenco.")
    if command.common_code is not None and not _is_common(await _found(work, command, command.common_code)):
        wrong["common_code"] = _("Scegli una delle voci comuni dell'elenco.")
    if command.ends_on is not None and command.ends_on < starts_on:
        wrong["ends_on"] = _("L'ultimo giorno non può venire prima del primo.")
    return wrong


async def _found(work: UnitOfWork, command: AddCode, code: str) -> CodeRow | None:
    return await known_code(work, command.ente_id, command.list_name, code)


def _is_class(described: CodeList, found: CodeRow | None) -> bool:
    return described.has_classes and found is not None and found.parent is None and found.is_active


def _is_common(found: CodeRow | None) -> bool:
    return found is not None and found.common_code == found.code
