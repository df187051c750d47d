"""Send a document with others: one that cannot be taken keeps nobody from sending the rest."""

from domain.intake.actions.attach_document import AttachDocument, attach_document
from domain.intake.refusals import NotYetChecked, TooManyAttachments
from domain.kernel.actor import Citizen, Companion, Operator
from domain.kernel.refusals import Invalid
from domain.kernel.text import Text
from domain.platform.work import UnitOfWork


async def try_document(
    work: UnitOfWork, actor: Citizen | Operator | Companion, command: AttachDocument
) -> dict[str, Text]:
    """Attach it, or say why it cannot be taken, by question; empty when it was. Refuses the rest as the door does."""
    try:
        await attach_document(work, actor, command)
    except Invalid as problem:
        return dict(problem.fields)
    except (TooManyAttachments, NotYetChecked) as problem:
        return {command.field: problem.message}
    return {}
