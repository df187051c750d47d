"""Files in pieces, as static/js/upload.js sends them."""

import base64

import httpx
import pytest

from tests.domain.documents.gateways.samples import photo
from tests.portal.conftest import Portal
from tests.support.html import Browser, Page
from tests.support.journeys import to_step
from tests.support.personas import DAVIDE

TUS = {"Tus-Resumable": "1.0.0"}


def _metadata(page: Page, name: str, **more: str) -> str:
    field = page.one("[data-upload-url]")
    told = {
        "filename": name,
        "application": str(field["data-meta-application"]),
        "field": str(field["data-meta-field"]),
    }
    return ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in (told | more).items())


def _headers(page: Page, **more: str) -> dict[str, str]:
    token = str(page.one("meta[name=csrf-token]")["content"])
    return TUS | {"X-CSRF-Token": token} | {name.replace("_", "-"): value for name, value in more.items()}


async def _start(browser: Browser, page: Page, content: bytes, name: str = "carta.jpg") -> httpx.Response:
    return await browser.client.post(
        "/caricamenti", headers=_headers(page, Upload_Length=str(len(content)), Upload_Metadata=_metadata(page, name))
    )


async def _piece(browser: Browser, page: Page, address: str, offset: int, piece: bytes) -> httpx.Response:
    return await browser.client.patch(
        address,
        content=piece,
        headers=_headers(page, Upload_Offset=str(offset), Content_Type="application/offset+octet-stream"),
    )


async def test_a_photo_in_two_pieces_after_a_lost_line(rosa: Browser) -> None:
    page, content = await to_step(rosa, "papers"), photo()
    started = await _start(rosa, page, content)
    assert started.status_code == 201
    address = started.headers["location"]
    half = len(content) // 2
    assert (await _piece(rosa, page, address, 0, content[:half])).headers["upload-offset"] == str(half)
    assert (await _piece(rosa, page, address, 7, content[half:])).status_code == 409
    asked = await rosa.client.head(address, headers=TUS)
    assert asked.headers["upload-offset"] == str(half)
    assert asked.headers["cache-control"] == "no-store"
    assert (await _piece(rosa, page, address, half, content[half:])).status_code == 204
    form = page.form("Salva e continua")
    form.fields["upload"] = address
    after = await rosa.send(form)
    assert after.path.endswith("/passi/7")
    assert "carta.jpg" in (await rosa.open(page.path)).text


async def test_a_program_in_pieces_is_refused_beside_the_field(rosa: Browser) -> None:
    page, content = await to_step(rosa, "papers"), b"MZ" + bytes(500)
    address = (await _start(rosa, page, content, "carta.pdf")).headers["location"]
    await _piece(rosa, page, address, 0, content)
    form = page.form("Salva e continua")
    form.fields["upload"] = address
    refused = await rosa.send(form)
    assert refused.status == 422
    assert "programma" in refused.text


@pytest.mark.parametrize("length", [0, 40 * 1024 * 1024 + 1])
async def test_an_empty_or_enormous_file_is_refused_before_it_is_sent(rosa: Browser, length: int) -> None:
    page = await to_step(rosa, "papers")
    refused = await rosa.client.post(
        "/caricamenti", headers=_headers(page, Upload_Length=str(length), Upload_Metadata=_metadata(page, "x.jpg"))
    )
    assert refused.status_code == (413 if length else 422)
    assert refused.headers["content-type"].startswith("text/plain")
    assert refused.text


@pytest.mark.parametrize("metadata", ["", "filename ###", "field aWRlbnRpdHk="])
async def test_a_request_that_says_nothing_is_refused(rosa: Browser, metadata: str) -> None:
    page = await to_step(rosa, "papers")
    refused = await rosa.client.post(
        "/caricamenti", headers=_headers(page, Upload_Length="10", Upload_Metadata=metadata)
    )
    assert refused.status_code == 422


async def test_a_piece_of_another_kind_is_refused(rosa: Browser) -> None:
    page = await to_step(rosa, "papers")
    address = (await _start(rosa, page, photo())).headers["location"]
    assert (await rosa.client.patch(address, content=b"x", headers=_headers(page))).status_code == 415


async def test_anothers_upload_is_not_found(portal: Portal, rosa: Browser) -> None:
    page = await to_step(rosa, "papers")
    address = (await _start(rosa, page, photo())).headers["location"]
    davide = await portal.signed_in(DAVIDE)
    assert (await davide.client.head(address, headers=TUS)).status_code == 404
