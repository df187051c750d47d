"""Photos: upright, small, and silent about where they were taken."""

from io import BytesIO

import pikepdf
import pytest
from PIL import Image, ImageFile

from domain.documents.gateways.examine import examine
from domain.documents.gateways.examined_file import FileNote, UnacceptableFile
from domain.documents.gateways.pdfs import pages_to_pdf
from domain.documents.gateways.photos import thumbnail
from domain.documents.rules.file_problems import FileProblem
from domain.documents.rules.intake_limits import IntakeLimits
from tests.domain.documents.gateways.samples import TURNED_RIGHT, lying_png, photo


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "HEIF"])
def test_a_photo_is_kept_as_jpeg_without_place_or_camera(kind: str) -> None:
    sent = photo(kind=kind)
    assert b"Invented Phones" in sent
    kept = examine(sent, claimed_name=f"IMG_1.{kind}")
    assert (kept.media_type, kept.extension, kept.width, kept.height) == ("image/jpeg", "jpg", 400, 300)
    assert b"Invented Phones" not in kept.content
    assert FileNote.STRIPPED in kept.notes
    assert (FileNote.CONVERTED in kept.notes) == (kind != "JPEG")
    with Image.open(BytesIO(kept.content)) as image:
        assert image.format == "JPEG"
        assert not image.getexif()
        assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_photo_taken_sideways_is_made_upright(kind: str) -> None:
    kept = examine(photo(kind=kind, orientation=TURNED_RIGHT), claimed_name="x")
    assert (kept.width, kept.height) == (300, 400)
    assert FileNote.MADE_UPRIGHT in kept.notes
    with Image.open(BytesIO(kept.content)) as image:
        red = image.getchannel("R").tobytes()
    top, bottom = red[300 * 20 + 150], red[300 * 380 + 150]
    assert top > 200 > bottom, "what was left is now on top"


def test_a_large_photo_is_reduced() -> None:
    kept = examine(photo(4000, 2000), claimed_name="x")
    assert (kept.width, kept.height) == (3000, 1500)
    assert FileNote.REDUCED in kept.notes


def test_what_is_transparent_becomes_paper() -> None:
    made = BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(made, "PNG")
    with Image.open(BytesIO(examine(made.getvalue(), claimed_name="x").content)) as image:
        assert image.getpixel((10, 10)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["L", "1", "P", "CMYK", "I;16"])
def test_every_colour_space_becomes_rgb(mode: str) -> None:
    made = BytesIO()
    Image.new(mode, (20, 20)).save(made, "JPEG" if mode == "CMYK" else "PNG")
    with Image.open(BytesIO(examine(made.getvalue(), claimed_name="x").content)) as image:
        assert image.mode == "RGB"


def test_a_comment_hidden_in_the_photo_is_not_kept() -> None:
    made = BytesIO()
    Image.new("RGB", (20, 20)).save(made, "JPEG", comment=b"home: Via dei Tigli 4")
    assert b"Tigli" in made.getvalue()
    assert b"Tigli" not in examine(made.getvalue(), claimed_name="x").content


@pytest.mark.parametrize("ruin", [b"M\xff\0*", b"\0\0\0\0"])
def test_a_photo_whose_camera_notes_are_ruined_is_taken_as_it_is(ruin: bytes) -> None:
    sent = photo(kind="HEIF", orientation=TURNED_RIGHT)
    assert b"MM\0*" in sent
    assert examine(sent.replace(b"MM\0*", ruin), claimed_name="x").kind.value == "jpeg"


def test_what_follows_the_photo_is_not_kept() -> None:
    kept = examine(photo() + b"PK\x03\x04 MZ <script>", claimed_name="x")
    assert b"<script>" not in kept.content


@pytest.mark.parametrize("size", [(9000, 9000), (40_000, 40_000), (65_000, 1300)])
def test_a_pixel_bomb_is_refused_before_it_is_decoded(size: tuple[int, int]) -> None:
    with pytest.raises(UnacceptableFile) as refusal:
        examine(lying_png(*size), claimed_name="x.png")
    assert refusal.value.reason is FileProblem.TOO_MANY_PIXELS


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "HEIF"])
def test_half_a_photo_is_refused(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as WeasyPrint leaves it
    sent = photo(kind=kind)
    with pytest.raises(UnacceptableFile) as refusal:
        examine(sent[: len(sent) // 2], claimed_name="x")
    assert refusal.value.reason is FileProblem.DAMAGED


def test_the_limits_are_the_callers() -> None:
    with pytest.raises(UnacceptableFile) as refusal:
        examine(photo(), claimed_name="x", limits=IntakeLimits(pixels=119_999))
    assert refusal.value.reason is FileProblem.TOO_MANY_PIXELS
    assert examine(photo(), claimed_name="x", limits=IntakeLimits(pixels=120_000, longest_side=100)).width == 100


def test_a_thumbnail_is_small_and_only_for_photos() -> None:
    small = thumbnail(examine(photo(2000, 1000), claimed_name="x").content, "image/jpeg")
    assert small is not None
    with Image.open(BytesIO(small)) as image:
        assert image.size == (480, 240)
    assert thumbnail(b"%PDF-1.7", "application/pdf") is None


def test_several_photos_become_one_pdf_turned_as_they_are() -> None:
    pages = [examine(photo(*size), claimed_name="x").content for size in ((400, 300), (300, 400))]
    made = pages_to_pdf(pages)
    assert made == pages_to_pdf(pages)
    with pikepdf.open(BytesIO(made)) as pdf:
        sizes = [[float(side) for side in page.mediabox[2:]] for page in pdf.pages]
        photos = [page.Resources.XObject.Photo.read_raw_bytes() for page in pdf.pages]
    assert [width > height for width, height in sizes] == [True, False]
    assert photos == pages, "no quality is lost"
    assert examine(made, claimed_name="x.pdf").page_count == 2


def test_no_photo_makes_no_pdf() -> None:
    with pytest.raises(ValueError, match="at least one"):
        pages_to_pdf([])
