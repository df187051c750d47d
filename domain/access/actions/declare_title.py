"""A citizen declares to be somebody's parent, guardian, curator or support administrator, with the decree."""

from domain.documents.actions.attach_document import AttachDocument, attach_document
from domain.documents.terms import DocumentKind, FilingSource
from domain.kernel.actor import Citizen
from domain.kernel.languages import SOURCE
from domain.kernel.refusals import Invalid
from domain.kernel.text import Text, _
from domain.platform.language import say
from domain.platform.work import UnitOfWork, as_the_program
from domain.registry.actions.declare_guardianship import DeclareGuardianship, declare_guardianship
from domain.registry.terms import GuardianshipKind

DECLARATION = "2026-01"
"""The version of the texts below: change it with them. It is kept with the declaration."""

DECLARATIONS: dict[bool, Text] = {
    True: _(
        "Dichiaro che questa persona è mio figlio o mia figlia e che ha meno di 18 anni. "
        "So che chi dichiara il falso è punito dalla legge (DPR 445/2000, articolo 76)."
    ),
    False: _(
        "Dichiaro che il giudice mi ha nominato per questa persona e che il decreto è ancora valido. "
        "So che chi dichiara il falso è punito dalla legge (DPR 445/2000, articolo 76)."
    ),
}


class DeclareTitle(DeclareGuardianship):
    """The title, that the citizen agreed to the declaration, and the decree as a file (not for parents)."""

    declaration: str = DECLARATION
    is_declared: bool = False
    content: bytes | None = None
    file_name: str = ""

    @staticmethod
    def missing(*, is_declared: bool, is_parent: bool, has_decree: bool) -> dict[str, Text]:
        """What must be added to the words, by field: the declaration, and the decree of whoever is not a parent."""
        problems: dict[str, Text] = {}
        if not is_parent and not has_decree:
            problems["file"] = _("Serve il decreto del giudice.")
        if not is_declared:
            problems["is_declared"] = _("Per andare avanti devi fare la dichiarazione.")
        return problems


async def declare_title(work: UnitOfWork, citizen: Citizen, command: DeclareTitle) -> None:
    """Write the title down, to be checked by an office. Until then it opens nothing of the other person.

    Refuses like ``declare_guardianship``, and Invalid without the declaration, or without the decree of a judge.
    """
    is_parent = command.kind is GuardianshipKind.PARENT
    if problems := DeclareTitle.missing(
        is_declared=command.is_declared, is_parent=is_parent, has_decree=bool(command.content)
    ):
        raise Invalid(problems)
    facts = command.model_dump(exclude={"is_declared", "content", "file_name"})
    title = await declare_guardianship(work, citizen, DeclareGuardianship(**facts))
    if is_parent or not command.content or title.document_id is not None:
        return
    async with as_the_program(work, "keep decree"):
        decree = AttachDocument(
            ente_id=title.ente_id,
            person_id=title.person_id,
            kind=DocumentKind.DECREE,
            title=say(DocumentKind.DECREE.label, SOURCE.code),
            file_name=command.file_name,
            content=command.content,
            comes_as=FilingSource.TITLE,
        )
        title.document_id = (await attach_document(work, work.actor, decree)).id
