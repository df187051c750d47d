"""What travels through the browser around the XML: base64, and DEFLATE in links."""

import base64
import time
import zlib

import pytest

from domain.access.gateways.identities import SignInRefused
from domain.access.gateways.saml.xml_safety import LARGEST, decode_message, inflate

PLAIN = b"<samlp:Response/>"
PACKED = base64.b64encode(PLAIN).decode()


def _deflated(octets: bytes) -> bytes:
    packing = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packing.compress(octets) + packing.flush()


def test_base64_is_read_with_and_without_line_breaks() -> None:
    assert decode_message(PACKED) == PLAIN
    assert decode_message(f"{PACKED[:8]}\r\n{PACKED[8:]}\n") == PLAIN


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "=",
        "A",
        "AA",
        PACKED[:-1],
        PACKED + "=",
        PACKED + PACKED,
        PACKED[:4] + "=" + PACKED[4:],
        PACKED.replace("P", "-", 1),
        PACKED[:8] + "!" + PACKED[8:],
        PACKED[:8] + " " + PACKED[8:],
        PACKED[:8] + "\t" + PACKED[8:],
        PACKED[:8] + "\0" + PACKED[8:],
        PACKED[:8] + "é" + PACKED[8:],
        PACKED + "<script>",
        "data:text/xml;base64," + PACKED,
        "%3Csamlp",
        "PHNhbWxwOlJlc3BvbnNlLz4-",
        "A" * (2 * LARGEST),
        "\n" * (2 * LARGEST),
    ],
    ids=lambda text: repr(text[:40]),
)
def test_this_is_no_base64(text: str) -> None:
    with pytest.raises(SignInRefused):
        decode_message(text)


def test_links_are_unpacked() -> None:
    assert inflate(_deflated(PLAIN)) == PLAIN


@pytest.mark.parametrize(
    "octets",
    [
        b"",
        PLAIN,
        zlib.compress(PLAIN),
        _deflated(PLAIN)[:-3],
        _deflated(PLAIN) + b"x",
        _deflated(PLAIN) * 2,
        _deflated(b"a" * (LARGEST + 1)),
        b"\xff" * 100,
    ],
    ids=["nothing", "not packed", "with a header", "cut off", "with more behind", "twice", "too large", "junk"],
)
def test_this_is_no_link_of_ours(octets: bytes) -> None:
    with pytest.raises(SignInRefused):
        inflate(octets)


def test_a_bomb_in_a_link_is_not_unpacked() -> None:
    bomb = _deflated(b"\0" * 50_000_000)
    started = time.process_time()
    with pytest.raises(SignInRefused):
        inflate(bomb)
    assert time.process_time() - started < 1.0
