"""Documents that are no harmless XML: bombs, entities, other encodings, giants. None takes time, none is read."""

import time

import pytest

from domain.access.gateways.identities import SignInRefused
from domain.access.gateways.saml.response import read_facts
from domain.access.gateways.saml.xml_safety import LARGEST, parse_xml
from tests.domain.access.gateways.saml.answering import RIGHT, assert_refused, check, made

RIGHTLY = made(RIGHT, response=False)
XML_DECLARATION, _, BODY = RIGHTLY.partition(b"?>\n")
TEXT = BODY.decode()
NAME = "_somebody<"


def _doctype(subset: str, name: str = "Maria") -> bytes:
    return f"<!DOCTYPE Response [{subset}]>{TEXT.replace('>Maria<', f'>{name}<')}".encode()


def _laughs() -> bytes:
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    return _doctype(f'<!ENTITY l0 "lol">{lines}', "&l11;")


def _attributes(count: int) -> bytes:
    many = " ".join(f"a{n}='1'" for n in range(count))
    return f"<Response {many}/>".encode()


def _inside(opening: str, filling: str) -> bytes:
    return TEXT.replace(opening, opening + filling, 1).encode()


def _declared(encoding: str, codec: str | None = None) -> bytes:
    return f'<?xml version="1.0" encoding="{encoding}"?>{TEXT}'.encode(codec or "ascii")


DOCUMENTS = {
    "nothing": b"",
    "blanks": b"   \n",
    "no XML": b"SAMLResponse",
    "JSON": b'{"name": "Maria"}',
    "HTML": b"<!doctype html><html><p>Maria</html>",
    "cut off": RIGHTLY[:-20],
    "two documents": RIGHTLY + BODY,
    "text after the end": RIGHTLY + b"x",
    "an empty document type": _doctype(""),
    "a document type without subset": b"<!DOCTYPE Response>" + BODY,
    "an external document type": b'<!DOCTYPE Response SYSTEM "http://impostor.example.org/x.dtd">' + BODY,
    "an entity of its own": _doctype('<!ENTITY m "Laura">', "&m;"),
    "a file as entity": _doctype('<!ENTITY m SYSTEM "file:///etc/passwd">', "&m;"),
    "a page as entity": _doctype('<!ENTITY m SYSTEM "http://impostor.example.org/">', "&m;"),
    "a parameter entity": _doctype('<!ENTITY % m SYSTEM "http://impostor.example.org/x.dtd"> %m;'),
    "an attribute by default": _doctype('<!ATTLIST Assertion ID ID "_x">'),
    "an entity nobody declared": TEXT.replace(">Maria<", ">&m;<").encode(),
    "a billion laughs": _laughs(),
    "one long entity many times": _doctype(f'<!ENTITY m "{"a" * 50_000}">', "&m;" * 2_000),
    "an entity that holds itself": _doctype('<!ENTITY m "&n;"><!ENTITY n "&m;">', "&m;"),
    "XInclude": _inside("<saml:Subject>", '<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>'),
    "a stylesheet": b'<?xml-stylesheet href="http://impostor.example.org/x.xsl"?>' + BODY,
    "an instruction after the end": RIGHTLY + b"<?php phpinfo()?>",
    "an instruction in a value": TEXT.replace(NAME, "_some<?x y?>body<").encode(),
    "an instruction between elements": _inside("<saml:Subject>", "<?x y?>"),
    "a comment in a name": TEXT.replace(NAME, "_some<!-- -->body<").encode(),
    "a comment before a value": TEXT.replace(">Maria<", "><!-- -->Maria<").encode(),
    "a comment after a value": TEXT.replace(">Maria<", ">Maria<!-- --><").encode(),
    "a comment instead of a value": TEXT.replace(">Maria<", "><!-- Maria --><").encode(),
    "a comment in the issuer": TEXT.replace(
        "idp.example.it</", "idp.example.it<!-- -->.impostor.example.org</"
    ).encode(),
    "a comment in the signature's value": TEXT.replace("</ds:SignatureValue>", "<!-- --></ds:SignatureValue>").encode(),
    "CDATA in a value": TEXT.replace(">Maria<", "><![CDATA[Maria]]><").encode(),
    "CDATA around an element": _inside("<saml:Subject>", "<![CDATA[<saml:NameID>]]>"),
    "a byte order mark": b"\xef\xbb\xbf" + BODY,
    "UTF-16": _declared("UTF-16", "utf-16"),
    "UTF-16 without mark": TEXT.encode("utf-16-le"),
    "UTF-32": _declared("UTF-32", "utf-32"),
    "UTF-7": _declared("UTF-7"),
    "Latin 1 by name": _declared("ISO-8859-1"),
    "Latin 1 in fact": TEXT.replace("Maria", "Mària").encode("latin-1"),
    "EBCDIC": _declared("IBM037"),
    "an unknown encoding": _declared("x-none"),
    "an overlong form of a letter": RIGHTLY.replace(b"Maria", b"M\xc1\xa1ria"),
    "half a surrogate": RIGHTLY.replace(b"Maria", b"M\xed\xa0\x80ria"),
    "a NUL byte": RIGHTLY.replace(b"Maria", b"Ma\0ria"),
    "a NUL character": RIGHTLY.replace(b"Maria", b"Ma&#0;ria"),
    "a control character": RIGHTLY.replace(b"Maria", b"Ma\x08ria"),
    "XML 1.1": b'<?xml version="1.1" encoding="UTF-8"?>' + BODY,
    "XML 2.0": b'<?xml version="2.0" encoding="UTF-8"?>' + BODY,
    "a giant": _inside("<saml:Subject>", " " * LARGEST),
    "a very deep one": b"<a>" * 30_000 + b"</a>" * 30_000,
    "a rather deep one": _inside("<saml:Subject>", "<x>" * 40 + "</x>" * 40),
    "very many elements": _inside("<saml:Subject>", "<x/>" * 60_000),
    "very many attributes": _attributes(20_000),
    "many attributes": _attributes(100),
    "an attribute twice": b'<Response ID="a" ID="b"/>',
    "very many namespaces": _inside("<saml:Subject", "".join(f' xmlns:n{n}="urn:{n}"' for n in range(8_000))),
    "namespaces nested and many": b"".join(b'<a xmlns:n%d="urn:%d">' % (n, n) for n in range(200)) + b"</a>" * 200,
    "many comments in many places": _inside("<saml:Subject>", "<a><!----><b/></a>" * 2_000),
    "very many IDs": _inside("<samlp:Status>", "".join(f'<x ID="a{n}"/>' for n in range(15_000))),
    "many IDs": _inside("<samlp:Status>", "".join(f'<x ID="a{n}"/>' for n in range(3_900))),
    "many parts of a status": _inside("<samlp:Status>", "<samlp:StatusDetail/>" * 3_900),
    "a prefix nobody declared": TEXT.replace("saml:Subject", "other:Subject").encode(),
    "very many comments": _inside("<saml:Subject>", "<!---->" * 30_000),
    "very many references": _inside("<saml:Subject>", "&#65;" * 50_000),
    "a very long name": _inside("<saml:Subject>", f"<{'x' * 200_000}/>"),
}


@pytest.mark.parametrize("case", DOCUMENTS)
def test_a_document_that_is(case: str) -> None:
    started = time.process_time()
    assert_refused(DOCUMENTS[case])
    assert time.process_time() - started < 1.0
    read_facts(DOCUMENTS[case])  # the register writes something about every answer, and never fails


def test_the_same_document_without_anything_odd_is_taken() -> None:
    assert check(BODY).identity.given_name == "Maria"
    assert check(_declared("utf-8")).identity.given_name == "Maria"


def test_a_reading_of_metadata_may_be_larger() -> None:
    octets = b"<a>" + b"<b/>" * 5_000 + b" " * LARGEST + b"</a>"
    assert len(parse_xml(octets, largest=2 * LARGEST)) == 5_000
    with pytest.raises(SignInRefused):
        parse_xml(octets)


def test_comments_between_elements_stay_harmless() -> None:
    root = parse_xml(b"<!-- before --><a><!-- first --><b>x</b><!-- last --></a><!-- after -->")
    assert [child.tag for child in root if isinstance(child.tag, str)] == ["b"]
