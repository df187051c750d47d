"""The files that people send: a large photo from a phone, a PDF, and those that must not come in."""

import io
import random
import zlib
from functools import lru_cache

import pikepdf
from PIL import Image

GPS, ORIENTATION, MAKER = 0x8825, 0x0112, 0x010F
TURNED_RIGHT = 6
MEGABYTE = 1024 * 1024


@lru_cache(maxsize=1)
def phone_photo() -> bytes:
    """About 12 MB: twelve megapixels held sideways, that say where they were taken."""
    # the grain of a real photo in bad light: it is what makes such files large
    grain = Image.merge("RGB", [Image.effect_noise((504, 504), 40) for _band in "RGB"])
    image = Image.new("RGB", (4032, 3024))
    for place in range(48):
        image.paste(grain, (place % 8 * 504, place // 8 * 504))
    image.paste("white", (800, 900, 3200, 2100))
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = TURNED_RIGHT, "Telefoni Inventati"
    exif.get_ifd(GPS)[1], exif.get_ifd(GPS)[2] = "N", (45.0, 30.0, 15.0)
    made = io.BytesIO()
    image.save(made, "JPEG", exif=exif, quality=90, subsampling=0)
    return made.getvalue()


def small_photo() -> bytes:
    """Held straight, and small enough to leave as it is: wider than high."""
    made = io.BytesIO()
    Image.new("RGB", (900, 600), (30, 90, 60)).save(made, "JPEG")
    return made.getvalue()


def certificate_pdf() -> bytes:
    """A PDF of one page, as a doctor's programme makes it."""
    with pikepdf.Pdf.new() as pdf:
        pdf.add_blank_page()
        made = io.BytesIO()
        pdf.save(made)
        return made.getvalue()


def large_scan(size: int) -> bytes:
    """A PDF of about ``size`` bytes: one page scanned without being compressed."""
    side = int((size / 3) ** 0.5)
    with pikepdf.Pdf.new() as pdf:
        pdf.add_blank_page()
        picture = pikepdf.Stream(
            pdf,
            random.Random(size).randbytes(side * side * 3),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=side,
            Height=side,
            ColorSpace=pikepdf.Name.DeviceRGB,
            BitsPerComponent=8,
        )
        pdf.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=picture))
        pdf.pages[0].Contents = pikepdf.Stream(pdf, b"q 500 0 0 500 0 0 cm /Im0 Do Q")
        made = io.BytesIO()
        pdf.save(made, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
        return made.getvalue()


def program() -> bytes:
    """A Windows programme."""
    return b"MZ\x90\x00" + bytes(4096)


@lru_cache(maxsize=1)
def bomb() -> bytes:
    """A PDF of half a megabyte that unfolds to half a gigabyte."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(MEGABYTE)) for _ in range(500)) + packer.flush()
    with pikepdf.Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.pages[0].Contents = pikepdf.Stream(pdf, packed, Filter=pikepdf.Name.FlateDecode)
        made = io.BytesIO()
        pdf.save(made, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
        return made.getvalue()
