"""Whatever is sent to the addresses of the federation, by whomever: a page, never a failure, and nobody comes in."""

import base64
import time
from typing import Any
from urllib.parse import quote, urlencode

import pytest

from tests.portal.spid.conftest import Leave, come_back
from tests.support.html import Browser, Page
from tests.support.saml.federation import Federation

FORM = "application/x-www-form-urlencoded"
XML = base64.b64encode(b"<a/>").decode()
BOMB = base64.b64encode(
    b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><a>&c;</a>'
).decode()
DEEP = base64.b64encode(b"<a>" * 5000 + b"</a>" * 5000).decode()
BODIES: dict[str, tuple[bytes, str]] = {
    "nothing at all": (b"", FORM),
    "no SAMLResponse": (b"RelayState=abc", FORM),
    "an empty SAMLResponse": (b"SAMLResponse=&RelayState=abc", FORM),
    "no RelayState": (f"SAMLResponse={XML}".encode(), FORM),
    "a doubled SAMLResponse": (f"SAMLResponse={XML}&SAMLResponse={XML}&RelayState=abc".encode(), FORM),
    "a doubled RelayState": (f"SAMLResponse={XML}&RelayState=abc&RelayState=abc".encode(), FORM),
    "not base64": (b"SAMLResponse=%%%%&RelayState=abc", FORM),
    "invalid percent signs": (b"SAMLResponse=%zz%f&RelayState=%ff%fe", FORM),
    "bytes that are no UTF-8": (b"SAMLResponse=\xff\xfe\x00&RelayState=\x00", FORM),
    "a NUL in the RelayState": (f"SAMLResponse={XML}&RelayState=%00".encode(), FORM),
    "a NUL in the message": (b"SAMLResponse=%00%00&RelayState=abc", FORM),
    "a lone surrogate": (b"SAMLResponse=%ed%a0%80&RelayState=%ed%a0%80", FORM),
    "a thousand fields": (b"&".join(b"f%d=1" % number for number in range(1000)), FORM),
    "only ampersands": (b"&" * 5000, FORM),
    "JSON": (b'{"SAMLResponse": "x"}', "application/json"),
    "a form said to be text": (f"SAMLResponse={XML}".encode(), "text/plain"),
    "a form of no type": (f"SAMLResponse={XML}".encode(), ""),
    "several parts": (
        b'--x\r\nContent-Disposition: form-data; name="SAMLResponse"\r\n\r\nx\r\n--x--',
        "multipart/form-data; boundary=x",
    ),
    "parts without a boundary": (b"--x", "multipart/form-data"),
    "an odd content type": (b"SAMLResponse=x", "\tapplication//x;;;charset=utf-99"),
    "300 KiB": (b"SAMLResponse=" + b"A" * 300 * 1024, FORM),
    "10 MB": (b"SAMLResponse=" + b"A" * 10_000_000, FORM),
    "an entity bomb": (urlencode({"SAMLResponse": BOMB, "RelayState": "abc"}).encode(), FORM),
    "a very deep document": (urlencode({"SAMLResponse": DEEP, "RelayState": "abc"}).encode(), FORM),
    "a request where an answer belongs": (urlencode({"SAMLRequest": XML, "RelayState": "abc"}).encode(), FORM),
    "both at once": (urlencode({"SAMLRequest": XML, "SAMLResponse": XML}).encode(), FORM),
}
QUERIES = (
    "",
    "SAMLRequest=",
    "SAMLResponse=%ff",
    "SAMLRequest=%zz&SigAlg=x&Signature=y",
    "SAMLRequest=a&SAMLRequest=b&SigAlg=x&Signature=y",
    "SAMLRequest=" + quote(XML) + "&SigAlg=&Signature=",
    "SAMLRequest=" + quote(XML) + "&SigAlg=http%3A%2F%2Fwww.w3.org%2F2000%2F09%2Fxmldsig%23rsa-sha1&Signature=AA%3D%3D",
    "SAMLRequest=%00&RelayState=%00&SigAlg=%00&Signature=%00",
    "SAMLRequest=" + "A" * 60_000,
    "=&=&&&",
    "%01%7f",
)
PROVIDERS = (
    "",
    "%00",
    "%ff%fe",
    "%ed%a0%80",
    "a" * 7000,
    "javascript:alert(1)",
    "https://idp.example.it%0d%0aSet-Cookie:x=y",
    "' OR 1=1 --",
    "<script>alert(1)</script>",
)


def assert_a_calm_page(page: Page, *statuses: int) -> None:
    """A page for people, that tells nothing and lets nobody in."""
    assert page.status in statuses, page.text
    assert page.heading
    assert "<script>alert" not in page.answer.text
    assert "Traceback" not in page.answer.text
    assert "portal=" not in str(page.answer.headers.get_list("set-cookie"))


@pytest.mark.parametrize("path", ["/spid/acs", "/spid/logout"])
async def test_any_body_ends_on_a_page(visitor: Browser, federation: Federation, path: str) -> None:
    assert len(BODIES) >= 25
    for case, (body, kind) in BODIES.items():
        began = time.process_time()  # of the processor: how busy the machine is says nothing
        page = Page(await visitor.client.post(path, content=body, headers={"content-type": kind}))
        assert time.process_time() - began < 2, case
        assert_a_calm_page(page, 403)
        assert page.answer.headers["cache-control"] == "no-store", case


OWN = ("not base64", "a NUL in the message", "an entity bomb", "a very deep document", "both at once")


async def test_a_hostile_message_in_a_sign_in_of_ones_own_ends_on_a_page(visitor: Browser, leave: Leave) -> None:
    for case in OWN:
        asked = await leave(visitor)
        body = BODIES[case][0].replace(b"RelayState=abc", b"x=1") + f"&RelayState={asked.relay_state}".encode()
        page = Page(await visitor.client.post("/spid/acs", content=body, headers={"content-type": FORM}))
        assert_a_calm_page(page, 403)
        assert page.heading == "Non sei entrato", case


async def test_texts_of_any_length_in_an_answer_end_on_a_page(
    visitor: Browser, federation: Federation, leave: Leave
) -> None:
    asked = await leave(visitor)
    answer = federation.right(asked).but(response_id="_" + "x" * 100_000, name_id="y" * 50_000)
    assert_a_calm_page(await come_back(visitor, federation.form(asked, answer)), 403)


async def test_any_query_ends_on_a_page(visitor: Browser, federation: Federation) -> None:
    for query in QUERIES:
        request: Any = visitor.client.build_request("GET", "/spid/logout")
        request.url = request.url.copy_with(raw_path=b"/spid/logout?" + query.encode())
        assert_a_calm_page(Page(await visitor.client.send(request)), 403)


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("path", ["/spid/login", "/cie/login"])
async def test_any_provider_asked_for_ends_on_a_page(
    visitor: Browser, federation: Federation, path: str, method: str
) -> None:
    for provider in PROVIDERS[1:]:
        request: Any = visitor.client.build_request(method, path)
        request.url = request.url.copy_with(raw_path=f"{path}?idp={quote(provider, safe='%')}".encode())
        assert_a_calm_page(Page(await visitor.client.send(request)), 404)


@pytest.mark.parametrize("more", ["&way=cie", "&way=eidas", "&way=password"])
async def test_a_provider_is_asked_only_by_its_own_way(visitor: Browser, federation: Federation, more: str) -> None:
    page = await visitor.open(federation.login.replace("way=spid", "x=1") + more)
    assert page.status == (200 if more == "&way=password" else 404)


async def test_odd_cookies_are_nobodys(visitor: Browser, federation: Federation) -> None:
    for value in ("x", "é" * 43, "a" * 5000, "../../etc", "A" * 43):
        headers = {"cookie": f"transazione={value}".encode("utf-8", "ignore"), "content-type": FORM}
        page = Page(await visitor.client.post("/spid/acs", content=BODIES["both at once"][0], headers=headers))  # pyright: ignore[reportArgumentType]
        assert_a_calm_page(page, 403)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
async def test_other_methods_are_no_failure(visitor: Browser, federation: Federation, method: str) -> None:
    for path in ("/spid/acs", "/spid/logout", "/spid/login", "/spid/metadata"):
        assert (await visitor.client.request(method, path)).status_code < 500
