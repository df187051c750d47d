"""A document of one's own, as a file."""

from typing import Any
from urllib.parse import quote
from uuid import UUID

from litestar import Controller, Response, get
from litestar.params import FromPath

from domain.intake.queries.document_to_read import document_to_read
from web.access import CITIZEN
from web.work import CurrentCitizen, Work


class DocumentController(Controller):
    """Always downloaded, never shown inside the site: what people send is not ours to run."""

    path = "/documenti"

    @get("/{document_id:uuid}", name="document.show", **CITIZEN)
    async def show(self, work: Work, citizen: CurrentCitizen, document_id: FromPath[UUID]) -> Response[bytes]:
        """The file; another's is not found."""
        document = await document_to_read(work, citizen, document_id)
        headers: dict[str, Any] = {
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(document.file_name, safe='')}",
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        }
        return Response(document.content, media_type=document.media_type, headers=headers)
