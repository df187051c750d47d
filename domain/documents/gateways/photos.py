"""Photos that people send: made upright, reduced, stripped of where and with what they were taken."""

import struct
import warnings
from io import BytesIO

import pillow_heif
from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from domain.documents.gateways.examined_file import ExaminedFile, FileNote, UnacceptableFile
from domain.documents.rules.file_kinds import FileKind
from domain.documents.rules.file_problems import FileProblem
from domain.documents.rules.intake_limits import IntakeLimits

QUALITY = 85
THUMBNAIL_SIDE = 480
ORIENTATION = 0x0112
UPRIGHT = 1

pillow_heif.register_heif_opener(thumbnails=False)


def examine_photo(content: bytes, kind: FileKind, limits: IntakeLimits) -> ExaminedFile:
    """The photo as a JPEG of at most ``limits.longest_side`` pixels, upright and without any metadata.

    Refuses what does not decode to its end and more than ``limits.pixels`` (before decoding a single one).
    """
    with _opened(content, kind, limits) as image:
        orientation = _orientation(image)
        notes = [FileNote.STRIPPED]
        if orientation != UPRIGHT:
            notes.append(FileNote.MADE_UPRIGHT)
        if max(image.size) > limits.longest_side:
            notes.append(FileNote.REDUCED)
        if kind is not FileKind.JPEG:
            notes.append(FileNote.CONVERTED)
        upright = _upright(image, limits.longest_side)
    return ExaminedFile(
        FileKind.JPEG, _as_jpeg(upright), width=upright.width, height=upright.height, notes=tuple(notes)
    )


def thumbnail(content: bytes, media_type: str) -> bytes | None:
    """A small JPEG (at most 480 pixels a side) of a kept photo; None for what is not a photo."""
    if media_type != "image/jpeg":
        return None
    with _opened(content, FileKind.JPEG, IntakeLimits()) as image:
        return _as_jpeg(_upright(image, THUMBNAIL_SIDE))


def _opened(content: bytes, kind: FileKind, limits: IntakeLimits) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(BytesIO(content), formats=[kind.value.upper()])
    except Image.DecompressionBombError:
        raise UnacceptableFile(FileProblem.TOO_MANY_PIXELS, limits) from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, RuntimeError):
        raise UnacceptableFile(FileProblem.DAMAGED, limits) from None
    if image.width * image.height > limits.pixels:
        image.close()
        raise UnacceptableFile(FileProblem.TOO_MANY_PIXELS, limits)
    return image


def _orientation(image: Image.Image) -> int:
    """How the camera was held. Where the camera's own notes are ruined, the photo is taken as it is."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return image.getexif().get(ORIENTATION, UPRIGHT)
    except (OSError, ValueError, SyntaxError, EOFError, KeyError, TypeError, struct.error):
        return UPRIGHT


def _upright(image: Image.Image, longest_side: int) -> Image.Image:
    """Reduce first: a JPEG then decodes at a fraction of its size, in time and in memory."""
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint, in the same process, turns it on for everybody
    try:
        image.thumbnail((longest_side, longest_side), Image.Resampling.LANCZOS)
        image.load()  # a small one has not been decoded yet
        upright = ImageOps.exif_transpose(image) if _orientation(image) != UPRIGHT else image
    except (OSError, ValueError, SyntaxError, EOFError, RuntimeError, Image.DecompressionBombError):
        raise UnacceptableFile(FileProblem.DAMAGED) from None
    if upright.has_transparency_data:
        paper = Image.new("RGBA", upright.size, "white")
        paper.alpha_composite(upright.convert("RGBA"))
        upright = paper
    return upright.convert("RGB")


def _as_jpeg(image: Image.Image) -> bytes:
    """Encoded from the pixels alone: a fresh image carries no EXIF, no GPS, no comment, no profile."""
    bare = Image.new("RGB", image.size)
    bare.paste(image)
    kept = BytesIO()
    bare.save(kept, "JPEG", quality=QUALITY, optimize=True)
    return kept.getvalue()
