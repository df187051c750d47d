"""In which folder papers go by themselves, as the ente sees it: for the page on which this is said."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.documents.permissions import may_set_folder_rules
from domain.documents.queries.archive.folders_for import folders_for, rules_of
from domain.documents.terms import DocumentKind
from domain.kernel.actor import Operator
from domain.kernel.refusals import NotAllowed
from domain.platform.work import UnitOfWork


@dataclass(frozen=True)
class FolderRuleRow:
    """Papers of this kind go to ``folder``, a code; ``is_own``: the ente itself says so."""

    kind: DocumentKind
    folder: str
    is_own: bool


async def folder_rules(work: UnitOfWork, operator: Operator) -> Sequence[FolderRuleRow]:
    """One for each kind of paper. Refuses NotAllowed to who does not answer for an office or the ente."""
    if not may_set_folder_rules(operator):
        raise NotAllowed
    chosen = await folders_for(work, operator.ente_id, (kind.value for kind in DocumentKind))
    own = await rules_of(work, operator.ente_id)
    return [FolderRuleRow(kind, chosen[kind.value], kind.value in own) for kind in DocumentKind]
