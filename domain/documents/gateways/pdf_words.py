"""The text of a PDF, for finding it by its words: good for that, not for reading. Scanned pages have none."""

from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Pdf

from domain.documents.rules.character_maps import glyph_letters, to_unicode

MOST_LETTERS = 200_000
MOST_PAGES = 200
DEEPEST = 4
GAP = -180
"""Thousandths of the letter's size by which the pen moves forward between two words."""
NEW_LINE = frozenset({"T*", "'", '"', "ET", "TD"})


def words_of_pdf(content: bytes) -> str:
    """At most 200,000 letters of its first 200 pages, a line for each line; what cannot be read is left out.

    CPU work with a library written in C: jobs call ``words_safely``, which does it in a process of its own.
    """
    read = _Reading()
    with Pdf.open(BytesIO(content), suppress_warnings=True) as pdf:
        for page in list(pdf.pages)[:MOST_PAGES]:
            read.page(page.obj, page.get("/Resources", page.resources), 0)
            read.add("\n")
            if read.is_full:
                break
    lines = (" ".join(line.split()) for line in "".join(read.letters).replace("\0", "").split("\n"))
    return "\n".join(line for line in lines if line)[:MOST_LETTERS]


class _Font:
    """How one font writes letters: two bytes for each where ``is_wide``."""

    def __init__(self, font: Any) -> None:
        self.is_wide = font.get("/Subtype") == Name.Type0
        self.letters: dict[int, str] = {}
        encoding = font.get("/Encoding")
        base = encoding.get("/BaseEncoding") if isinstance(encoding, Dictionary) else encoding
        self.plain = "mac_roman" if base == Name.MacRomanEncoding else "cp1252"
        if isinstance(encoding, Dictionary) and "/Differences" in encoding:
            self.letters |= glyph_letters(_names(encoding["/Differences"]))
        if "/ToUnicode" in font and isinstance(font["/ToUnicode"], pikepdf.Stream):
            self.letters |= to_unicode(font["/ToUnicode"].read_bytes())

    def read(self, written: bytes) -> str:
        if self.is_wide:
            codes = (int.from_bytes(written[at : at + 2], "big") for at in range(0, len(written), 2))
            return "".join(self.letters.get(code, "") for code in codes)
        return "".join(self.letters.get(code) or bytes((code,)).decode(self.plain, "ignore") for code in written)


def _names(differences: Any) -> dict[int, str]:
    found: dict[int, str] = {}
    code = 0
    for one in differences:
        if isinstance(one, Name):
            found[code] = str(one)[1:]
            code += 1
        else:
            code = int(one)
    return found


class _Reading:
    """Goes through what a page draws and collects the letters."""

    def __init__(self) -> None:
        self.letters: list[str] = []
        self.length = 0
        self.fonts: dict[Any, _Font] = {}

    @property
    def is_full(self) -> bool:
        return self.length >= MOST_LETTERS

    def add(self, letters: str) -> None:
        self.letters.append(letters)
        self.length += len(letters)

    def page(self, drawn: Any, resources: Any, depth: int) -> None:
        font: _Font | None = None
        for instruction in pikepdf.parse_content_stream(drawn):
            if self.is_full:
                return
            operator, given = str(instruction.operator), list(instruction.operands)
            if operator == "Tf":
                font = self._font(resources, given)
            elif operator == "Do" and depth < DEEPEST:
                self._form(resources, given, depth)
            else:
                self._text(operator, given, font)

    def _font(self, resources: Any, given: list[Any]) -> _Font | None:
        found = resources.get("/Font", Dictionary()).get(str(given[0])) if given else None
        if not isinstance(found, Dictionary):
            return None
        key = found.objgen if found.is_indirect else id(found)
        if key not in self.fonts:
            self.fonts[key] = _Font(found)
        return self.fonts[key]

    def _form(self, resources: Any, given: list[Any], depth: int) -> None:
        found = resources.get("/XObject", Dictionary()).get(str(given[0])) if given else None
        if isinstance(found, pikepdf.Stream) and found.get("/Subtype") == Name.Form:
            self.page(found, found.get("/Resources", resources), depth + 1)

    def _text(self, operator: str, given: list[Any], font: _Font | None) -> None:
        if operator in NEW_LINE:
            self.add("\n")
        elif operator in ("Td", "Tm"):
            self.add("\n" if operator == "Tm" or (len(given) > 1 and float(given[1])) else " ")
        if font is None or not given:
            return
        if operator in ("Tj", "'", '"'):
            self.add(font.read(bytes(given[-1])))
        elif operator == "TJ":
            for one in given[0]:
                if isinstance(one, pikepdf.String):
                    self.add(font.read(bytes(one)))
                elif float(one) < GAP:
                    self.add(" ")
