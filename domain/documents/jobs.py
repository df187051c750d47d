"""What happens to files later: pieces of uploads are thrown away."""

from datetime import timedelta

from domain.documents.gateways.store import uploads
from domain.kernel.clock import utcnow
from domain.platform.work import Bind

KEPT_FOR = timedelta(hours=24)


async def discard_upload(upload_id: str, *, bind: Bind | None = None) -> None:
    """Throw away the pieces of an upload that has become a document. ``bind`` is not needed: nothing is written."""
    await uploads().discard(upload_id)


async def discard_abandoned_uploads(*, bind: Bind | None = None) -> int:
    """Throw away the pieces of uploads that received nothing for a day; say how many."""
    abandoned = await uploads().abandoned(before=utcnow() - KEPT_FOR)
    for upload_id in abandoned:
        await uploads().discard(upload_id)
    return len(abandoned)


JOBS = {"discard_upload": discard_upload, "discard_abandoned_uploads": discard_abandoned_uploads}
