"""Looking at a file that somebody sends: what it really is, whether it may be kept, and in which form."""

from dataclasses import replace

from domain.documents.gateways.envelopes import unwrap
from domain.documents.gateways.examined_file import ExaminedFile, FileNote, UnacceptableFile
from domain.documents.gateways.pdfs import examine_pdf
from domain.documents.gateways.photos import examine_photo
from domain.documents.rules.file_kinds import FileKind, kind_of
from domain.documents.rules.file_names import safe_name
from domain.documents.rules.file_problems import FileProblem
from domain.documents.rules.intake_limits import IntakeLimits

STANDARD = IntakeLimits()


def examine(content: bytes, *, claimed_name: str, limits: IntakeLimits = STANDARD) -> ExaminedFile:
    """What ``content`` is and the bytes to keep; raises ``UnacceptableFile`` with the reason.

    ``claimed_name`` proves nothing: only its harmless part is kept, with the true extension. CPU work, up to seconds,
    with libraries written in C: requests and jobs call ``examine_safely``, which does it in a process of its own.
    """
    if len(content) > limits.size:
        raise UnacceptableFile(FileProblem.TOO_LARGE, limits)
    examined = _examine(content, limits, envelopes=0)
    return replace(examined, name=safe_name(claimed_name, examined.extension))


def _examine(content: bytes, limits: IntakeLimits, *, envelopes: int) -> ExaminedFile:
    kind = kind_of(content)
    match kind:
        case FileProblem():
            raise UnacceptableFile(kind, limits)
        case FileKind.PDF:
            return examine_pdf(content, limits, sealed=envelopes > 0)
        case FileKind.P7M:
            return _examine_envelope(content, limits, envelopes=envelopes + 1)
        case _:
            return examine_photo(content, kind, limits)


def _examine_envelope(content: bytes, limits: IntakeLimits, *, envelopes: int) -> ExaminedFile:
    """The container is kept byte for byte; what is inside is examined like any other file, to be shown."""
    if envelopes > limits.envelopes:
        raise UnacceptableFile(FileProblem.TOO_MANY_ENVELOPES, limits)
    inside = _examine(unwrap(content, limits), limits, envelopes=envelopes)
    return ExaminedFile(
        FileKind.P7M,
        content,
        page_count=inside.page_count,
        width=inside.width,
        height=inside.height,
        notes=(FileNote.SIGNED,),
        inside=inside.inside or inside,
    )
