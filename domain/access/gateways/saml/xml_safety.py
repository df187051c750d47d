"""Reading XML that strangers hand us: small, flat, UTF-8, without any of the constructs attacks are made of.

`etree` and `Node` stand here because lxml has no type stubs: whoever handles XML takes both from this module.
"""

import binascii
import re
import zlib
from typing import Any, TypeAlias

import lxml.etree

from domain.access.gateways.identities import RefusalKind, SignInRefused

etree: Any = lxml.etree
Node: TypeAlias = Any

LARGEST = 256 * 1024
DEEPEST = 32
MOST_ATTRIBUTES = 40
MOST_COMMENTS = 200
# Real messages have over a hundred bytes per element. Some of what is done with a tree takes quadratic time.
BYTES_PER_ELEMENT = 64
BYTES_PER_NAMESPACE = 256

_DECLARED_ENCODING = re.compile(rb"""\A<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)["']""")
# A CDATA section says nothing that plain text could not: only attacks on naive readers need one.
_FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY", b"<!ELEMENT", b"<!ATTLIST", b"<![CDATA[", b"\xef\xbb\xbf", b"\0")


def refused(reason: str) -> SignInRefused:
    """The refusal of a message that nobody can trust; `reason` is English and holds nothing of the message."""
    return SignInRefused(RefusalKind.UNTRUSTED, reason)


def parse_xml(octets: bytes, *, largest: int = LARGEST) -> Node:
    """Return the root element of a harmless document of at most `largest` bytes.

    Raises `SignInRefused` for anything but well-formed UTF-8 XML 1.0 without DTD, CDATA, byte order mark and
    processing instructions, for XInclude, for deep or wide documents, and for comments inside values, where readers
    disagree about what the value is. Comments between elements are left in place.
    """
    if not octets or len(octets) > largest:
        raise refused("XML of a wrong size")
    if any(mark in octets for mark in _FORBIDDEN):
        raise refused("XML with a forbidden construct")
    if octets.count(b"xmlns") > largest // BYTES_PER_NAMESPACE:
        raise refused("XML with too many namespaces")
    if octets.count(b"<!--") > MOST_COMMENTS:
        raise refused("XML with too many comments")
    declared = _DECLARED_ENCODING.match(octets)
    if declared and declared.group(1).lower() != b"utf-8":
        raise refused("XML in another encoding")
    try:
        octets.decode("utf-8")
        root = etree.fromstring(octets, parser=_parser())
    except (etree.LxmlError, ValueError, LookupError):
        raise refused("not well-formed UTF-8 XML") from None
    document = root.getroottree().docinfo
    if document.doctype or document.internalDTD is not None or document.xml_version != "1.0":
        raise refused("XML with a document type or of another version")
    _check_shape(root, most_elements=largest // BYTES_PER_ELEMENT)
    return root


def decode_message(text: str, *, largest: int = LARGEST) -> bytes:
    """Return the bytes of a form field in base64, whose lines may be broken; anything else is `SignInRefused`."""
    # Four characters carry three bytes; providers break lines every 64 or 76 characters.
    if len(text) > largest * 3 // 2:
        raise refused("message too large")
    joined = text.replace("\r", "").replace("\n", "")
    try:
        octets = binascii.a2b_base64(joined.encode("ascii"), strict_mode=True)
    except (binascii.Error, ValueError):
        raise refused("not base64") from None
    if not octets or len(octets) > largest:
        raise refused("message of a wrong size")
    return octets


def inflate(octets: bytes, *, largest: int = LARGEST) -> bytes:
    """Return what a message sent by link unpacks to (raw DEFLATE); raises `SignInRefused` for bombs and junk."""
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        unpacked = unpacking.decompress(octets, largest + 1)
    except zlib.error:
        raise refused("not DEFLATE") from None
    if len(unpacked) > largest or not unpacking.eof or unpacking.unused_data:
        raise refused("message unpacks to a wrong size")
    return unpacked


def text_of(element: Node) -> str:
    """Return the text of an element without the blanks around it; `SignInRefused` when it holds more than text."""
    if len(element):
        raise refused("a value with something inside it")
    return (element.text or "").strip()


def local_name(element: Node) -> str:
    """Return the name of an element without its namespace, for reasons of refusals."""
    return etree.QName(element).localname


def _parser() -> Any:
    # A parser per document: lxml serialises the threads that share one.
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        recover=False,
        collect_ids=False,
        remove_comments=False,
        remove_pis=False,
    )


def _check_shape(root: Node, *, most_elements: int) -> None:
    if any(node.tag is etree.PI for node in (*root.itersiblings(), *root.itersiblings(preceding=True))):
        raise refused("XML with a processing instruction")
    elements = 0
    deep = 0
    comments: list[Node] = []
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "end":
            deep -= 1
        elif event == "start":
            deep += 1
            elements += 1
            _check_element(node)
        elif event == "pi":
            raise refused("XML with a processing instruction")
        else:
            comments.append(node)
        if deep > DEEPEST or elements > most_elements:
            raise refused("XML too deep or with too many elements")
    _check_comments(comments)


def _check_element(element: Node) -> None:
    if len(element.attrib) > MOST_ATTRIBUTES:
        raise refused("an element with too many attributes")
    if element.tag.startswith("{http://www.w3.org/2001/XInclude}"):
        raise refused("XML with XInclude")


def _check_comments(comments: list[Node]) -> None:
    # Each element is looked at once, however many comments it holds.
    for around in {comment.getparent() for comment in comments}:
        texts = [around.text, *(child.tail for child in around)]
        has_elements = any(isinstance(child.tag, str) for child in around)
        if not has_elements or any(text and text.strip() for text in texts):
            raise refused("a comment inside a value")
