"""PDFs: readable by everybody, and nothing but a document."""

import zipfile
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from domain.documents.gateways.examine import examine
from domain.documents.gateways.examined_file import FileNote, UnacceptableFile
from domain.documents.rules.file_problems import FileProblem
from domain.documents.rules.intake_limits import MEBI, IntakeLimits
from tests.domain.documents.gateways.samples import (
    blank_pdf,
    bomb_pdf,
    double_bomb_pdf,
    pdf_with_commands,
    saved,
    signed_pdf,
)


def reason(content: bytes, limits: IntakeLimits | None = None) -> FileProblem:
    with pytest.raises(UnacceptableFile) as refusal:
        examine(content, claimed_name="x.pdf", limits=limits or IntakeLimits())
    return refusal.value.reason


def test_a_plain_pdf_is_kept_byte_for_byte() -> None:
    sent = saved(blank_pdf(3))
    kept = examine(sent, claimed_name="isee.pdf")
    assert (kept.content, kept.page_count, kept.notes, kept.media_type) == (sent, 3, (), "application/pdf")
    assert kept.name == "isee.pdf"


def test_commands_and_files_are_taken_out() -> None:
    kept = examine(pdf_with_commands(), claimed_name="x.pdf")
    assert kept.notes == (FileNote.ACTIVE_CONTENT_REMOVED,)
    with pikepdf.open(BytesIO(kept.content)) as pdf:
        everything = saved(pdf, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    for trace in (b"JavaScript", b"evil", b"Launch", b"/AA", b"XFA", b"EmbeddedFile"):
        assert trace not in everything, trace
    again = examine(kept.content, claimed_name="x.pdf")
    assert again.content == kept.content, "once is enough"


def test_a_command_deep_inside_is_found() -> None:
    pdf = blank_pdf()
    hidden: pikepdf.Object = Dictionary(S=Name.Launch, F=pikepdf.String("evil.exe"))
    for _level in range(20):
        hidden = Dictionary(Deeper=Array([hidden]))
    pdf.pages[0].PieceInfo = hidden
    assert b"evil" not in examine(saved(pdf, qdf=True), claimed_name="x").content


def test_a_link_to_a_page_of_the_web_stays() -> None:
    pdf = blank_pdf()
    link = Dictionary(S=Name.URI, URI=pikepdf.String("https://example.org/"))
    pdf.pages[0].Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=link)])
    assert examine(saved(pdf), claimed_name="x").notes == ()


def test_a_signed_pdf_is_not_touched() -> None:
    sent = signed_pdf()
    kept = examine(sent, claimed_name="x.pdf")
    assert kept.content == sent
    assert kept.notes == (FileNote.SIGNED,)


def test_a_signed_pdf_with_commands_is_refused() -> None:
    assert reason(signed_pdf(with_script=True)) is FileProblem.ACTIVE_CONTENT


def test_a_pdf_that_needs_a_password_is_refused() -> None:
    locked = saved(blank_pdf(), encryption=pikepdf.Encryption(user="segreta", owner="x"))
    assert reason(locked) is FileProblem.PROTECTED


def test_a_pdf_that_only_forbids_printing_is_taken() -> None:
    guarded = saved(blank_pdf(), encryption=pikepdf.Encryption(user="", owner="x"))
    assert examine(guarded, claimed_name="x").page_count == 1


def test_too_many_pages_are_refused() -> None:
    assert reason(saved(blank_pdf(5)), IntakeLimits(pages=4)) is FileProblem.TOO_MANY_PAGES
    assert examine(saved(blank_pdf(4)), claimed_name="x", limits=IntakeLimits(pages=4)).page_count == 4


def test_a_pdf_without_pages_is_refused() -> None:
    assert reason(saved(blank_pdf(0))) is FileProblem.DAMAGED


@pytest.mark.parametrize("behind", [b"MZ\x90\0 program", b"PK\x03\x04 archive", b"<script>evil()</script>", b"x"])
def test_a_second_file_behind_the_pdf_is_refused(behind: bytes) -> None:
    assert reason(saved(blank_pdf()) + behind) is FileProblem.HIDDEN_CONTENT
    assert reason(saved(blank_pdf()) + behind + b"\n%%EOF\n") is FileProblem.HIDDEN_CONTENT


def test_an_archive_that_pretends_to_be_part_of_the_pdf_is_refused() -> None:
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr("evil.class", "x")
    sent = saved(blank_pdf()).removesuffix(b"%%EOF\n") + archive.getvalue() + b"\n%%EOF\n"
    assert reason(sent) is FileProblem.HIDDEN_CONTENT


def test_blank_space_behind_the_pdf_is_nothing() -> None:
    assert examine(saved(blank_pdf()) + b"\r\n\0\0 ", claimed_name="x").page_count == 1


def test_something_before_the_pdf_is_refused() -> None:
    assert reason(b"junk\n" + saved(blank_pdf())) is FileProblem.HIDDEN_CONTENT


def test_a_bomb_is_refused_and_a_long_document_is_not() -> None:
    assert len(bomb_pdf(20)) < 100_000
    assert reason(bomb_pdf(20), IntakeLimits(unfolded=16 * MEBI)) is FileProblem.BOMB
    assert examine(bomb_pdf(20), claimed_name="x", limits=IntakeLimits(unfolded=32 * MEBI)).page_count == 1


def test_something_packed_twice_is_refused() -> None:
    assert reason(double_bomb_pdf()) is FileProblem.BOMB


def test_an_image_with_too_many_pixels_inside_is_refused() -> None:
    pdf = blank_pdf()
    picture = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Image, Width=50_000, Height=50_000)
    pdf.pages[0].Resources = Dictionary(XObject=Dictionary(P=picture))
    assert reason(saved(pdf)) is FileProblem.TOO_MANY_PIXELS


@pytest.mark.parametrize("content", [b"%PDF-1.7\n%%EOF", b"%PDF-1.7\ngarbage\n%%EOF\n", b"%PDF-1.7\nxref\n0 1\n%%EOF"])
def test_a_ruined_pdf_is_refused(content: bytes) -> None:
    assert reason(content) is FileProblem.DAMAGED
