"""What people get wrong, and files that must not come in: always a page that says what to do."""

import asyncio
import re
from urllib.parse import urlsplit

import pytest
from playwright.async_api import FilePayload, expect

from e2e.conftest import NewVisitor
from e2e.pages.services import BeforeStarting
from e2e.pages.sign_in import sign_in
from e2e.pages.step import Step, answer_step
from e2e.support.answers import HOME_CARE
from e2e.support.files import MEGABYTE, bomb, program
from e2e.support.visitor import PHONE, Visitor

UNCHANGED = HOME_CARE["who"] | {"phone": "333 765 4321"}


async def at_the_papers(visitor: Visitor, name: str) -> Step:
    """The step of the documents, with everything before it answered."""
    await sign_in(visitor, name)
    await BeforeStarting.open(visitor)
    await BeforeStarting(visitor).start()
    while (key := await Step(visitor).key()) != "papers":
        await answer_step(visitor, HOME_CARE[key])
    return Step(visitor)


async def test_a_wrong_codice_fiscale_is_explained_and_nothing_typed_is_lost(phone: Visitor) -> None:
    await sign_in(phone, "Dino Bertarini")
    await BeforeStarting.open(phone)
    await BeforeStarting(phone).start()
    step = Step(phone)
    await step.answer(UNCHANGED | {"codice_fiscale": "BRTDNI36A09Z999X"})
    await step.go_on(status=422)
    assert "non è giusto" in await step.error("codice_fiscale")
    assert await step.errors()
    assert (await phone.page.title()).startswith("Errore:")
    await expect(phone.page.locator("#error_summary")).to_be_focused()
    assert await step.value("codice_fiscale") == "BRTDNI36A09Z999X"
    assert await step.value("phone") == "333 765 4321"
    await step.answer({"codice_fiscale": "brt dni 36a09 z999r"})
    await step.go_on()
    assert await Step(phone).key() == "home"


REFUSED = {
    "program": (FilePayload(name="carta.pdf", mimeType="application/pdf", buffer=program()), "programma"),
    "bomb": (FilePayload(name="certificato.pdf", mimeType="application/pdf", buffer=bomb()), "troppo grande"),
    "too_large": (
        FilePayload(name="foto.pdf", mimeType="application/pdf", buffer=b"%PDF-1.7\n" + bytes(40 * MEGABYTE)),
        "troppo grande",
    ),
}


async def test_files_that_must_not_come_in_are_refused_in_words(visitor_with: NewVisitor) -> None:
    visitor = await visitor_with(PHONE, scripts=False)
    step = await at_the_papers(visitor, "Giorgio Tassinari")
    for file, why in REFUSED.values():
        await step.attach("identity", file)
        await step.go_on(status=422)
        assert why in await step.error("identity"), file["name"]
    assert await step.key() == "papers"


@pytest.mark.parametrize("kind", REFUSED)
async def test_with_scripts_the_same_files_are_refused_in_words(phone: Visitor, kind: str) -> None:
    file, why = REFUSED[kind]
    step = await at_the_papers(phone, "Silvia Gherardini")
    phone.watch.expect_status(413, 422)
    await step.attach("identity", file)
    if kind == "too_large":  # known before anything is sent
        await expect(step.form.locator(".ss-file-failed .ss-file-state")).to_contain_text(why)
        return
    await step.go_on(status=422)
    assert why in await step.error("identity")


async def test_300_megabytes_get_a_clear_page_and_not_a_broken_line(visitor_with: NewVisitor) -> None:
    """The body is sent by hand, as no test should build 300 MB: the answer must still be read at its end."""
    visitor = await visitor_with(PHONE, scripts=False)
    step = await at_the_papers(visitor, "Giorgio Tassinari")
    cookies = "; ".join(
        f"{one.get('name')}={one.get('value')}" for one in await visitor.context.cookies(visitor.demo.portal)
    )
    token = await step.form.locator("[name=_csrf_token]").input_value()
    path = await step.form.get_attribute("action")
    status, page = await post_large(visitor.demo.portal, str(path), cookies, token, 300 * MEGABYTE)
    assert status == 413
    assert "Il file è troppo grande" in page
    assert "40 MB" in page
    assert 'lang="it"' in page


async def post_large(origin: str, path: str, cookies: str, token: str, size: int) -> tuple[int, str]:
    """Send a form with a file of ``size`` bytes as a browser does; the status and the page that came back."""
    parts = urlsplit(origin)
    start = (
        f'--grenze\r\nContent-Disposition: form-data; name="_csrf_token"\r\n\r\n{token}\r\n--grenze\r\n'
        'Content-Disposition: form-data; name="identity"; filename="film.pdf"\r\nContent-Type: application/pdf\r\n\r\n'
    ).encode()
    end = b"\r\n--grenze--\r\n"
    reader, writer = await asyncio.open_connection("127.0.0.1", parts.port)
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {parts.netloc}\r\nCookie: {cookies}\r\nConnection: close\r\n"
        f"Accept: text/html\r\nContent-Length: {len(start) + size + len(end)}\r\n"
        "Content-Type: multipart/form-data; boundary=grenze\r\n\r\n"
    )
    writer.write(head.encode() + start)
    for _piece in range(size // MEGABYTE):
        writer.write(bytes(MEGABYTE))
        await writer.drain()
    writer.write(end)
    answer = (await reader.read()).decode(errors="replace")
    writer.close()
    await writer.wait_closed()
    found = re.match(r"HTTP/1.1 (\d+)", answer)
    assert found, answer[:200]
    return int(found.group(1)), answer
