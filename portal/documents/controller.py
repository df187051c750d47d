"""A document of one's own, as a file."""

from typing import Any
from urllib.parse import quote
from uuid import UUID

from litestar import Controller, Response, get
from litestar.params import FromPath

from domain.documents.queries.document_file import own_document_file
from web.access import CITIZEN
from web.work import CurrentCitizen, Work


class DocumentController(Controller):
    """Always downloaded, never shown inside the site: what people send is not ours to run."""

    path = "/documenti"

    @get("/{document_id:uuid}", name="document.show", **CITIZEN)
    async def show(self, work: Work, citizen: CurrentCitizen, document_id: FromPath[UUID]) -> Response[bytes]:
        """The file; another's is not found."""
        document, content = await own_document_file(work, citizen, document_id)
        headers: dict[str, Any] = {
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(document.file_name, safe='')}",
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        }
        return Response(content, media_type=document.media_type, headers=headers)
