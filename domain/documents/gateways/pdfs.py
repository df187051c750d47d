"""PDFs that people send: readable by everybody, without commands, files or bombs inside."""

from collections.abc import Sequence
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf
from PIL import Image

from domain.documents.gateways.examined_file import ExaminedFile, FileNote, UnacceptableFile
from domain.documents.rules.file_kinds import FileKind
from domain.documents.rules.file_problems import FileProblem
from domain.documents.rules.intake_limits import MEBI, IntakeLimits
from domain.documents.rules.pdf_surface import hides_something, unfolds_beyond

# Points, 72 to the inch.
A4_WIDTH, A4_HEIGHT = 595.28, 841.89
MARGIN = 28.35
DEEPEST = 60
COMMANDS = frozenset(
    {
        "/JavaScript",
        "/Launch",
        "/SubmitForm",
        "/ImportData",
        "/GoToE",
        "/GoToR",
        "/Rendition",
        "/Movie",
        "/Sound",
        "/RichMediaExecute",
        "/GoTo3DView",
    }
)
ACTION_KEYS = ("/A", "/AA", "/OpenAction", "/PA", "/Next")
ATTACHMENTS = frozenset({"/FileAttachment", "/RichMedia", "/Movie", "/Screen", "/Sound", "/3D"})

# Process-wide, and meant to be: nothing in this process needs to unfold more from one stream.
pikepdf.settings.set_qpdf_limits(
    flate_max_memory=256 * MEBI, run_length_max_memory=256 * MEBI, max_stream_filters=4, parser_max_nesting=100
)


def examine_pdf(content: bytes, limits: IntakeLimits, *, sealed: bool = False) -> ExaminedFile:
    """A PDF that may be kept. Commands and embedded files are taken out, which writes it anew.

    A signed PDF, or one that is ``sealed`` in a signed container, cannot be changed: there they are a refusal.
    Refuses passwords, second files behind the PDF, bombs, and more pages than ``limits.pages``.
    """
    if hides_something(content):
        raise UnacceptableFile(FileProblem.HIDDEN_CONTENT, limits)
    if unfolds_beyond(content, limits.unfolded):
        raise UnacceptableFile(FileProblem.BOMB, limits)
    try:
        with Pdf.open(BytesIO(content), suppress_warnings=True) as pdf:
            return _examine(pdf, content, limits, sealed=sealed)
    except pikepdf.PasswordError:
        raise UnacceptableFile(FileProblem.PROTECTED, limits) from None
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, RuntimeError):
        raise UnacceptableFile(FileProblem.DAMAGED, limits) from None


def pages_to_pdf(images: Sequence[bytes]) -> bytes:
    """Several kept photos (JPEG, as ``examine`` gives them) as one PDF: a page each, A4, turned as the photo is."""
    if not images:
        raise ValueError("A PDF needs at least one page.")
    with Pdf.new() as pdf:
        for photo in images:
            _add_page(pdf, photo)
        kept = BytesIO()
        pdf.save(kept, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return kept.getvalue()


def _examine(pdf: Pdf, content: bytes, limits: IntakeLimits, *, sealed: bool) -> ExaminedFile:
    count = len(pdf.pages)
    if count > limits.pages:
        raise UnacceptableFile(FileProblem.TOO_MANY_PAGES, limits)
    if count == 0:
        raise UnacceptableFile(FileProblem.DAMAGED, limits)
    signed = _is_signed(content)
    cleaned = _Cleaning(limits)
    cleaned.clean(pdf)
    if not cleaned.found:
        notes = (FileNote.SIGNED,) if signed else ()
        return ExaminedFile(FileKind.PDF, content, page_count=count, notes=notes)
    if signed or sealed:
        raise UnacceptableFile(FileProblem.ACTIVE_CONTENT, limits)
    kept = BytesIO()
    pdf.save(kept, deterministic_id=True, encryption=False)
    return ExaminedFile(FileKind.PDF, kept.getvalue(), page_count=count, notes=(FileNote.ACTIVE_CONTENT_REMOVED,))


def _is_signed(content: bytes) -> bool:
    """A signature names the bytes it covers, and this name cannot itself be compressed."""
    return b"/ByteRange" in content


class _Cleaning:
    """Takes commands and embedded files out of every object of a PDF, and remembers whether there were any."""

    def __init__(self, limits: IntakeLimits) -> None:
        self.limits = limits
        self.found = False

    def clean(self, pdf: Pdf) -> None:
        """Walk over all objects: a command hides as well in an annotation, a bookmark or a page."""
        root = pdf.Root
        for key in ("/Names", "/AcroForm"):
            self._drop(root.get(key), "/JavaScript", "/EmbeddedFiles", "/XFA")
        self._drop(root, "/AF", "/Collection")
        for thing in pdf.objects:
            self._visit(thing, 0)

    def _visit(self, thing: Object, depth: int) -> None:
        if depth > DEEPEST:
            raise UnacceptableFile(FileProblem.TOO_COMPLEX, self.limits)
        if isinstance(thing, Array):
            self._visit_each(list(thing), depth)
        elif isinstance(thing, Dictionary | pikepdf.Stream):
            self._visit_dictionary(thing, depth)

    def _visit_dictionary(self, thing: Dictionary | pikepdf.Stream, depth: int) -> None:
        if _name(thing, "/Subtype") == "/Image":
            self._measure(thing)
        if _name(thing, "/S") in COMMANDS or _name(thing, "/Subtype") in ATTACHMENTS:
            self._drop(thing, *list(thing.keys()))
        self._drop(thing, "/JS", "/EF", "/AA")
        for key in ACTION_KEYS:
            if key in thing and _is_command(thing[key]):
                self._drop(thing, key)
        self._visit_each([value for _key, value in thing.items()], depth)

    def _visit_each(self, values: list[Object], depth: int) -> None:
        for value in values:
            if isinstance(value, Array | Dictionary) and not value.is_indirect:
                self._visit(value, depth + 1)

    def _measure(self, image: Dictionary | pikepdf.Stream) -> None:
        pixels = int(image.get("/Width", 0)) * int(image.get("/Height", 0))
        if pixels > self.limits.pixels:
            raise UnacceptableFile(FileProblem.TOO_MANY_PIXELS, self.limits)

    def _drop(self, thing: Object | None, *keys: str) -> None:
        for key in keys:
            if isinstance(thing, Dictionary | pikepdf.Stream) and key in thing:
                del thing[key]
                self.found = True


def _is_command(action: Object) -> bool:
    return isinstance(action, Dictionary) and _name(action, "/S") in COMMANDS


def _name(thing: Dictionary | pikepdf.Stream, key: str) -> str:
    value = thing.get(key)
    return str(value) if isinstance(value, Name) else ""


def _add_page(pdf: Pdf, photo: bytes) -> None:
    with Image.open(BytesIO(photo), formats=["JPEG"]) as image:
        width, height, mode = image.width, image.height, image.mode
    page_size = (A4_WIDTH, A4_HEIGHT) if height >= width else (A4_HEIGHT, A4_WIDTH)
    pdf.add_blank_page(page_size=page_size)
    picture = pdf.make_stream(
        photo,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=width,
        Height=height,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceGray if mode == "L" else Name.DeviceRGB,
        Filter=Name.DCTDecode,
    )
    scale = min((page_size[0] - 2 * MARGIN) / width, (page_size[1] - 2 * MARGIN) / height)
    left, bottom = (page_size[0] - width * scale) / 2, (page_size[1] - height * scale) / 2
    drawing = f"q {width * scale:.3f} 0 0 {height * scale:.3f} {left:.3f} {bottom:.3f} cm /Photo Do Q"
    page = pdf.pages[-1]
    page.Resources = Dictionary(XObject=Dictionary(Photo=picture))
    page.Contents = pdf.make_stream(drawing.encode())
