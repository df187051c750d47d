"""What a printable act says, as plain values. Every word is already in the language of the reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"


@dataclass(frozen=True)
class Ente:
    """Who writes: name, lines of the address, and a logo (PNG or JPEG) if there is one."""

    name: str
    address: Sequence[str] = ()
    logo: bytes | None = None

    def __post_init__(self) -> None:
        """Refuse a logo in another format: nothing that could call for other files gets into a PDF."""
        if self.logo is not None and not self.logo.startswith((PNG, JPEG)):
            raise ValueError("The logo of a printable act must be PNG or JPEG.")


@dataclass(frozen=True)
class Heading:
    """A title inside the act; level 2 or 3 (the act's own title is level 1)."""

    text: str
    level: Literal[2, 3] = 2


@dataclass(frozen=True)
class Paragraph:
    """One paragraph. ``language`` only where it is not the act's own, e.g. a legal text in Italian."""

    text: str
    language: str | None = None


@dataclass(frozen=True)
class Facts:
    """Answers to named questions: label and value. A value may have several lines."""

    rows: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Items:
    """A list; ``numbered`` when the order matters."""

    items: Sequence[str]
    numbered: bool = False


@dataclass(frozen=True)
class Table:
    """A table; the first cell of each row names the row."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]

    def __post_init__(self) -> None:
        """Refuse rows with more or fewer cells than the header."""
        if any(len(row) != len(self.header) for row in self.rows):
            raise ValueError("Every row of a table needs as many cells as its header.")


@dataclass(frozen=True)
class Note:
    """Something to notice, in a box."""

    text: str


@dataclass(frozen=True)
class Stamp:
    """The protocollo stamp: its label, the number, and the date as people read it."""

    label: str
    number: str
    date: str


@dataclass(frozen=True)
class QrCode:
    """A code to scan (``text`` is what it holds, usually an address) with the words under it."""

    text: str
    caption: str


Block = Heading | Paragraph | Facts | Items | Table | Note | Stamp | QrCode


@dataclass(frozen=True)
class PageWords:
    """The words around the page numbers at the foot: ``Pagina`` 1 ``di`` 3."""

    before: str = "Pagina"
    between: str = "di"
    after: str = ""


@dataclass(frozen=True)
class Act:
    """A whole document: ``language`` is a BCP 47 tag (``it``, ``ar``, ``zh-Hans``), ``direction`` how it is read.

    ``mark`` is said at the foot of every page: who printed it, and when.
    """

    title: str
    language: str
    ente: Ente
    blocks: Sequence[Block]
    direction: Literal["ltr", "rtl"] = "ltr"
    page_words: PageWords = PageWords()
    mark: str = ""
