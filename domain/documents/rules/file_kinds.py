"""What a file really is, told from its first bytes; its name is never believed."""

import re
from enum import StrEnum

from domain.documents.rules.file_problems import FileProblem

HEAD_BYTES = 4096

HEIF_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
OTHER_IMAGES = (
    b"GIF8",
    b"BM",
    b"II*\0",
    b"MM\0*",
    b"\0\0\1\0",
    b"8BPS",
    b"\xff\x0a",
    b"\0\0\0\x0cJXL ",
    b"\0\0\0\x0cjP  ",
)
PROGRAMS = (
    b"MZ",
    b"\x7fELF",
    b"#!",
    b"\xca\xfe\xba\xbe",
    b"\xfe\xed\xfa",
    b"\xcf\xfa\xed\xfe",
    b"\xce\xfa\xed\xfe",
    b"dex\n",
)
ARCHIVES = (
    b"Rar!",
    b"7z\xbc\xaf\x27\x1c",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ\0",
    b"\x28\xb5\x2f\xfd",
    b"MSCF",
    b"PK\5\6",
    b"PK\7\x08",
)
OLD_OFFICE = (b"\xd0\xcf\x11\xe0", b"{\\rtf")
OFFICE_PARTS = (b"[Content_Types].xml", b"mimetypeapplication/vnd.oasis", b"word/", b"xl/", b"ppt/")
MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|!--|\?xml|html|svg|head|body|script|[a-z]+[\s>])", re.IGNORECASE
)
BASE64_ENVELOPE = re.compile(rb"\s*(?:-----BEGIN (?:PKCS7|CMS)-----|MI[A-Za-z0-9+/]{58})")


class FileKind(StrEnum):
    """The kinds of file that people may send."""

    JPEG = "jpeg"
    PNG = "png"
    HEIF = "heif"
    PDF = "pdf"
    P7M = "p7m"


MEDIA_TYPES = {
    FileKind.JPEG: "image/jpeg",
    FileKind.PNG: "image/png",
    FileKind.HEIF: "image/heic",
    FileKind.PDF: "application/pdf",
    FileKind.P7M: "application/pkcs7-mime",
}

BEGINNINGS = {b"\xff\xd8\xff": FileKind.JPEG, b"\x89PNG\r\n\x1a\n": FileKind.PNG, b"%PDF-": FileKind.PDF}
EXTENSIONS = {
    FileKind.JPEG: "jpg",
    FileKind.PNG: "png",
    FileKind.HEIF: "heic",
    FileKind.PDF: "pdf",
    FileKind.P7M: "p7m",
}


def kind_of(content: bytes) -> FileKind | FileProblem:
    """The kind of ``content``, or why files like this are not taken."""
    if not content.strip(b"\0 \t\r\n"):
        return FileProblem.EMPTY
    for beginning, kind in BEGINNINGS.items():
        if content.startswith(beginning):
            return kind
    if content[4:8] == b"ftyp":
        return FileKind.HEIF if _brands(content) & HEIF_BRANDS else FileProblem.UNSUPPORTED_IMAGE
    if _is_der_sequence(content) or BASE64_ENVELOPE.match(content):
        return FileKind.P7M
    return _why_not(content[:HEAD_BYTES])


def _why_not(head: bytes) -> FileProblem:
    is_zip = head.startswith(b"PK\3\4")
    is_office = any(part in head for part in OFFICE_PARTS) if is_zip else head.startswith(OLD_OFFICE)
    is_webp = head.startswith(b"RIFF") and head[8:12] == b"WEBP"
    answers = (
        (FileProblem.PROGRAM, head.startswith(PROGRAMS)),
        (FileProblem.OFFICE, is_office),
        (FileProblem.ARCHIVE, is_zip or head.startswith(ARCHIVES)),
        (FileProblem.UNSUPPORTED_IMAGE, is_webp or head.startswith(OTHER_IMAGES)),
        (FileProblem.WEB_PAGE, MARKUP.match(head) is not None),
        (FileProblem.HIDDEN_CONTENT, b"%PDF-" in head),
    )
    return next((problem for problem, applies in answers if applies), FileProblem.UNKNOWN_TYPE)


def _brands(content: bytes) -> frozenset[bytes]:
    end = min(int.from_bytes(content[:4], "big"), 256)
    return frozenset({content[8:12], *(content[at : at + 4] for at in range(16, end, 4))})


def _is_der_sequence(content: bytes) -> bool:
    """A CMS container starts with a SEQUENCE (also of indefinite length) that holds the OID of signed data."""
    return content[:1] == b"\x30" and b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02" in content[:32]
