"""Files that arrive in pieces, so that a lost line costs one piece: the core of tus 1.0 and its creation."""

import base64
import binascii
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, head, patch, post
from litestar.params import FromPath
from pydantic import ValidationError

from domain.documents.actions.append_upload import AppendUpload, append_upload
from domain.documents.queries.own_upload import upload_offset
from domain.intake.actions.start_attachment import StartAttachment, start_attachment
from domain.kernel.refusals import Invalid
from domain.kernel.text import Text, _
from domain.platform.settings import settings
from web.access import CITIZEN_SAVING
from web.locale import sentence
from web.work import CurrentCitizen, Work

TUS = {"Tus-Resumable": "1.0.0", "Cache-Control": "no-store"}
PIECE = "application/offset+octet-stream"
TOO_LARGE = 413


class UploadController(Controller):
    """One address for each file on its way."""

    path = "/caricamenti"

    @post("/", name="upload.create", **CITIZEN_SAVING)
    async def create(self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen) -> Response[Any]:
        """Room for a file: 201 and its address; 413 or 422 with a sentence for a file that will not be taken."""
        try:
            command = _announced(request)
            upload_id = await start_attachment(work, citizen, command)
        except (ValidationError, binascii.Error, UnicodeDecodeError):
            return _refused(_("Non riusciamo a leggere questo file. Scegline un altro."))
        except Invalid as problem:
            return _refused(next(iter(problem.fields.values())), is_too_large=_is_over(request))
        return Response(None, status_code=201, headers=TUS | {"Location": f"/caricamenti/{upload_id}"})

    @head("/{upload_id:uuid}", name="upload.show", **CITIZEN_SAVING)
    async def show(self, work: Work, citizen: CurrentCitizen, upload_id: FromPath[UUID]) -> Response[None]:
        """How much has arrived."""
        offset, length = await upload_offset(work, citizen, upload_id)
        return Response(None, headers=TUS | {"Upload-Offset": str(offset), "Upload-Length": str(length)})

    @patch("/{upload_id:uuid}", name="upload.update", **CITIZEN_SAVING)
    async def update(
        self, request: Request[Any, Any, Any], work: Work, citizen: CurrentCitizen, upload_id: FromPath[UUID]
    ) -> Response[Any]:
        """The next piece: 204 and the new offset; 409 when it does not follow the last one."""
        offset = request.headers.get("upload-offset", "")
        if request.headers.get("content-type") != PIECE or not offset.isdecimal() or len(offset) > 15:
            return Response(None, status_code=415, headers=TUS)
        arrived = await append_upload(
            work, citizen, AppendUpload(upload_id=upload_id, offset=int(offset), chunk=await request.body())
        )
        return Response(None, status_code=204, headers=TUS | {"Upload-Offset": str(arrived)})


def _announced(request: Request[Any, Any, Any]) -> StartAttachment:
    told: dict[str, str] = {}
    for pair in request.headers.get("upload-metadata", "").split(","):
        name, _space, value = pair.strip().partition(" ")
        told[name] = base64.b64decode(value, validate=True).decode()
    return StartAttachment.model_validate(
        {
            "application_id": told.get("application"),
            "field": told.get("field"),
            "file_name": told.get("filename", "")[:255],
            "length": request.headers.get("upload-length"),
        }
    )


def _is_over(request: Request[Any, Any, Any]) -> bool:
    return int(request.headers["upload-length"]) > settings().upload_limit_bytes


def _refused(why: Text, *, is_too_large: bool = False) -> Response[str]:
    return Response(sentence(why), status_code=TOO_LARGE if is_too_large else 422, media_type="text/plain", headers=TUS)
