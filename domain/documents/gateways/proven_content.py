"""The bytes of a document, proved to be those that were taken in."""

import hashlib

from domain.documents.gateways.store import file_store
from domain.documents.model.document import Document
from domain.documents.model.protocollo import RegisterDay
from domain.documents.refusals import FileNotIntact
from domain.platform.files import FileDamaged, FileMissing
from domain.platform.observability import log


async def proven_content(document: Document | RegisterDay) -> bytes:
    """What was taken in. Refuses FileNotIntact, and tells the log, where the place of files gives something else."""
    try:
        content = await file_store().read(document.address)
    except (FileDamaged, FileMissing) as problem:
        log.error("document_not_intact", document_id=str(document.id), reason=type(problem).__name__)
        raise FileNotIntact from problem
    if hashlib.sha256(content).hexdigest() != document.sha256:
        log.error("document_not_intact", document_id=str(document.id), reason="other content")
        raise FileNotIntact
    return content
