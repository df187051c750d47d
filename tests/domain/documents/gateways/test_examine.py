"""What people send, told from its content and never from its name."""

import base64
import zipfile
from contextlib import suppress
from io import BytesIO

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from domain.documents.gateways.examine import examine
from domain.documents.gateways.examined_file import FileNote, UnacceptableFile
from domain.documents.rules.file_kinds import FileKind
from domain.documents.rules.file_problems import FileProblem
from domain.documents.rules.intake_limits import IntakeLimits
from tests.domain.documents.gateways.samples import Signer, blank_pdf, pdf_with_commands, photo, saved


def reason(content: bytes, name: str = "documento.pdf") -> FileProblem:
    with pytest.raises(UnacceptableFile) as refusal:
        examine(content, claimed_name=name)
    return refusal.value.reason


def zipped(*names: str) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return made.getvalue()


def picture(kind: str) -> bytes:
    made = BytesIO()
    Image.new("RGB", (8, 8)).save(made, kind)
    return made.getvalue()


WRONG = {
    "a program": (b"MZ\x90\0" + bytes(100), FileProblem.PROGRAM),
    "a Linux program": (b"\x7fELF" + bytes(100), FileProblem.PROGRAM),
    "a script": (b"#!/bin/sh\nrm -rf /\n", FileProblem.PROGRAM),
    "nothing": (b"", FileProblem.EMPTY),
    "zeros": (bytes(5000), FileProblem.EMPTY),
    "a page": (b"<!DOCTYPE html><p>ciao", FileProblem.WEB_PAGE),
    "a drawing": (b'<svg xmlns="http://www.w3.org/2000/svg" onload="x()">', FileProblem.WEB_PAGE),
    "xml": (b'\xef\xbb\xbf <?xml version="1.0"?><a/>', FileProblem.WEB_PAGE),
    "an archive": (zipped("foto.jpg"), FileProblem.ARCHIVE),
    "a text document": (zipped("[Content_Types].xml", "word/document.xml"), FileProblem.OFFICE),
    "an old text document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), FileProblem.OFFICE),
    "another archive": (b"Rar!\x1a\x07" + bytes(50), FileProblem.ARCHIVE),
    "TIFF": (picture("TIFF"), FileProblem.UNSUPPORTED_IMAGE),
    "GIF": (picture("GIF"), FileProblem.UNSUPPORTED_IMAGE),
    "WebP": (picture("WEBP"), FileProblem.UNSUPPORTED_IMAGE),
    "a video": (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(50), FileProblem.UNSUPPORTED_IMAGE),
    "plain words": (b"Buongiorno, allego la domanda.", FileProblem.UNKNOWN_TYPE),
    "words that look packed": (b"MILANO e provincia, elenco dei comuni con telefono" * 2, FileProblem.UNKNOWN_TYPE),
    "a container of nothing": (bytes.fromhex("300b06092a864886f70d010702"), FileProblem.DAMAGED),
    "a ruined armour": (b"-----BEGIN PKCS7-----\n!!!\n-----END PKCS7-----", FileProblem.DAMAGED),
}


@pytest.mark.parametrize("sent", WRONG)
def test_what_is_no_document_is_refused_whatever_its_name(sent: str) -> None:
    content, expected = WRONG[sent]
    assert reason(content) is expected
    assert reason(content, "foto.jpg") is expected


def test_a_file_beyond_the_limit_is_refused_before_it_is_read() -> None:
    with pytest.raises(UnacceptableFile) as refusal:
        examine(bytes(2 * 1024 * 1024 + 1), claimed_name="x", limits=IntakeLimits(size=2 * 1024 * 1024))
    assert refusal.value.reason is FileProblem.TOO_LARGE
    assert str(refusal.value.explanation) == "Il file è troppo grande: il massimo è 2 MB."


@pytest.fixture(scope="module")
def signer() -> Signer:
    return Signer()


@pytest.mark.parametrize("shape", ["DER", "PEM", "base64", "a line end behind"])
def test_a_signed_document_is_kept_whole_and_can_be_shown(signer: Signer, shape: str) -> None:
    document = saved(blank_pdf(2))
    sent = signer.sign(document, encoding=Encoding.PEM if shape == "PEM" else Encoding.DER)
    if shape == "base64":
        sent = base64.encodebytes(sent)
    if shape == "a line end behind":
        sent += b"\r\n"
    kept = examine(sent, claimed_name="delega.pdf.p7m")
    assert (kept.content, kept.kind, kept.page_count, kept.name) == (sent, FileKind.P7M, 2, "delega.pdf.p7m")
    assert kept.notes == (FileNote.SIGNED,)
    assert kept.inside is not None
    assert kept.inside.content == document


def test_signatures_around_signatures_are_opened_up_to_three(signer: Signer) -> None:
    sent = photo()
    for _time in range(3):
        sent = signer.sign(sent)
    kept = examine(sent, claimed_name="x.p7m")
    assert kept.inside is not None
    assert kept.inside.kind is FileKind.JPEG
    assert reason(signer.sign(sent)) is FileProblem.TOO_MANY_ENVELOPES


def test_a_signature_without_a_document_is_refused(signer: Signer) -> None:
    assert reason(signer.sign(b"somewhere else", detached=True)) is FileProblem.NO_DOCUMENT_INSIDE


def test_something_behind_the_signature_is_refused(signer: Signer) -> None:
    assert reason(signer.sign(saved(blank_pdf())) + b"MZ evil") is FileProblem.HIDDEN_CONTENT


def test_what_is_refused_outside_is_refused_inside(signer: Signer) -> None:
    assert reason(signer.sign(b"MZ" + bytes(100))) is FileProblem.PROGRAM
    assert reason(signer.sign(pdf_with_commands())) is FileProblem.ACTIVE_CONTENT


STARTS = [b"", b"%PDF-1.7\n", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"\0\0\0\x18ftypheic", b"\x30\x80"]
KINDS = st.sampled_from(["JPEG", "PNG", "HEIF", "PDF"])


@settings(max_examples=150, deadline=None)
@given(start=st.sampled_from(STARTS), rest=st.binary(max_size=2000))
def test_no_bytes_make_it_fall(start: bytes, rest: bytes) -> None:
    with pytest.raises(UnacceptableFile):
        examine(start + rest, claimed_name="x")


@settings(max_examples=60, deadline=None)
@given(where=st.floats(0, 1, exclude_max=True), value=st.integers(0, 255), kind=KINDS)
def test_a_wrong_byte_is_survived_or_refused(where: float, value: int, kind: str) -> None:
    content = bytearray(saved(blank_pdf(2)) if kind == "PDF" else photo(60, 40, kind))
    content[int(where * len(content))] = value
    with suppress(UnacceptableFile):  # anything else it raises fails the test
        assert examine(bytes(content), claimed_name="x").kind in (FileKind.JPEG, FileKind.PDF)
