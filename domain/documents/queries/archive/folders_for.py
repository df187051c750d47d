"""In which folder papers go by themselves, in an ente: for the actions that file them."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import col, select

from domain.documents.model.filing import FolderRule
from domain.documents.rules.shelving import folder_for
from domain.documents.terms import FOLDER_LIST
from domain.organization.queries.codes import codes_of
from domain.organization.queries.enti import ente
from domain.platform.work import UnitOfWork


async def folders_for(work: UnitOfWork, ente_id: UUID, papers: Iterable[str]) -> dict[str, str]:
    """The folder of each kind of paper, by its word: what the ente says, or its ambito, or the shipped rule.

    A rule that names a folder no longer in use does not hold.
    """
    ambito_id = (await ente(work, ente_id)).ambito_id
    own, wider = await rules_of(work, ente_id), await rules_of(work, ambito_id) if ambito_id else {}
    codes = (await codes_of(work, ente_id, [FOLDER_LIST]))[FOLDER_LIST]
    known = frozenset(one.code for one in codes)
    return {paper: folder_for(paper, own, wider, known=known) for paper in set(papers)}


async def rules_of(work: UnitOfWork, ente_id: UUID) -> dict[str, str]:
    """What the ente itself says: the folder by the word of the kind."""
    wanted = select(FolderRule.paper, FolderRule.folder).where(col(FolderRule.ente_id) == ente_id)
    return dict((await work.session.exec(wanted)).all())
