"""Say in which folder papers go by themselves from now on."""

from pydantic import BaseModel
from sqlalchemy.dialects.postgresql import insert

from domain.documents.model.filing import FolderRule
from domain.documents.permissions import may_set_folder_rules
from domain.documents.queries.archive.folders import folder_choices
from domain.documents.terms import DocumentKind
from domain.kernel.actor import Operator
from domain.kernel.refusals import Invalid, NotAllowed
from domain.kernel.text import _
from domain.platform.work import UnitOfWork


class SetFolderRules(BaseModel):
    """The folder, a code, of each kind of paper by its word."""

    folders: dict[str, str]


async def set_folder_rules(work: UnitOfWork, operator: Operator, command: SetFolderRules) -> None:
    """For the ente of the operator; what is filed already stays where it is.

    Refuses NotAllowed, and Invalid beside the kind whose folder is not in use.
    """
    if not may_set_folder_rules(operator):
        raise NotAllowed
    known = {one.code for one in await folder_choices(work, operator.ente_id)}
    kinds = {kind.value for kind in DocumentKind}
    wrong = [paper for paper, folder in command.folders.items() if folder not in known]
    if wrong:
        raise Invalid(dict.fromkeys(wrong, _("Scegli una delle cartelle.")))
    for paper, folder in command.folders.items():
        if paper in kinds:
            rule = FolderRule(ente_id=operator.ente_id, paper=paper, folder=folder, set_by_id=operator.operator_id)
            said = {"folder": folder, "set_by_id": operator.operator_id}
            statement = insert(FolderRule).values(rule.model_dump())
            await work.session.exec(statement.on_conflict_do_update(index_elements=["ente_id", "paper"], set_=said))
