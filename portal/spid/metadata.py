"""Our metadata, as the federations keep them: the same bytes until a new version is sent to them."""

import hashlib
from typing import Any

from litestar import Controller, Request, Response, get

from domain.access.queries.saml_metadata import saml_metadata
from domain.access.terms import Way
from web.access import PUBLIC

MEDIA_TYPE = "application/samlmetadata+xml"


class SpidMetadataController(Controller):
    """For AgID, whose eIDAS node reads the same."""

    path = "/spid/metadata"

    @get("/", name="spid.metadata", **PUBLIC)
    async def show(self, request: Request[Any, Any, Any]) -> Response[bytes]:
        """The frozen file."""
        return _answer(request, saml_metadata(Way.SPID))


class CieMetadataController(Controller):
    """For the Ministry, where the ente has enrolled by SAML."""

    path = "/cie/metadata"

    @get("/", name="cie.metadata", **PUBLIC)
    async def show(self, request: Request[Any, Any, Any]) -> Response[bytes]:
        """The frozen file."""
        return _answer(request, saml_metadata(Way.CIE))


def _answer(request: Request[Any, Any, Any], document: bytes) -> Response[bytes]:
    tag = f'"{hashlib.sha256(document).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "public, max-age=3600"}
    known = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
    if tag in known:
        return Response(b"", status_code=304, headers=headers)
    return Response(document, media_type=MEDIA_TYPE, headers=headers)
