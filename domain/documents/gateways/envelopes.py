"""Signed containers (P7M, CAdES): taking out the document that was signed. Says nothing about the signature."""

import base64
import binascii
import re

from asn1crypto import cms, parser

from domain.documents.gateways.examined_file import UnacceptableFile
from domain.documents.rules.file_problems import FileProblem
from domain.documents.rules.intake_limits import IntakeLimits

ARMOUR = re.compile(rb"-----(?:BEGIN|END) [A-Z0-9 ]+-----")


def unwrap(content: bytes, limits: IntakeLimits) -> bytes:
    """The bytes that were signed; refuses a container without them and one followed by anything else."""
    der = _as_der(content)
    try:
        end = parser.peek(der)
        container = cms.ContentInfo.load(der[:end], strict=True)
        signed = container["content_type"].native == "signed_data"
        document = container["content"]["encap_content_info"]["content"].native if signed else None
    except (ValueError, TypeError, KeyError, RecursionError):
        raise UnacceptableFile(FileProblem.DAMAGED, limits) from None
    if der[end:].strip(b"\r\n\0 "):
        raise UnacceptableFile(FileProblem.HIDDEN_CONTENT, limits)
    if not isinstance(document, bytes) or not document:
        raise UnacceptableFile(FileProblem.NO_DOCUMENT_INSIDE, limits)
    return document


def _as_der(content: bytes) -> bytes:
    """Some signing programs write the container as text (base64, with or without a PEM frame)."""
    if content[:1] == b"\x30":
        return content
    try:
        return base64.b64decode(b"".join(ARMOUR.sub(b"", content).split()), validate=True)
    except binascii.Error:
        return b""
