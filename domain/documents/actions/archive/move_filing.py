"""Put a document in another folder, or under other words, or right its day."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel

from domain.documents.actions.archive.keep_in_archive import Title
from domain.documents.permissions import may_move
from domain.documents.queries.archive.door import filing_to_change
from domain.documents.queries.archive.folders import folder_choices
from domain.documents.refusals import NotTheOfficeThatFiled, NotToBeReplaced
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid
from domain.kernel.text import Text, _
from domain.platform.work import UnitOfWork


class MoveFiling(BaseModel):
    """Which one, its folder, its title and the day that it bears."""

    filing_id: UUID
    folder: str
    title: Title
    dated_on: date


async def move_filing(work: UnitOfWork, operator: Operator, command: MoveFiling) -> None:
    """The file stays as it is.

    Refuses NotFound, NotTheOfficeThatFiled for what an emergency has opened, NotToBeReplaced for what no longer counts,
    Invalid by field.
    """
    found = await filing_to_change(work, operator, command.filing_id)
    if not may_move(operator, found):
        raise NotTheOfficeThatFiled
    if not found.is_current:
        raise NotToBeReplaced
    problems: dict[str, Text] = {}
    known = {one.code for one in await folder_choices(work, operator.ente_id)}
    if command.folder not in known | {found.folder}:
        problems["folder"] = _("Scegli una delle cartelle.")
    if command.dated_on > work.today:
        problems["dated_on"] = _("Il giorno del documento non può essere nel futuro.")
    if problems:
        raise Invalid(problems)
    found.stand_in(command.folder, command.title, command.dated_on)
