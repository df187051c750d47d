"""What a PDF of ours says, read as a programme for blind people would: through the map from glyphs to letters."""

import io
import re

import pikepdf

BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
BREAKS = {"Td", "TD", "T*", "Tm", "ET"}


def text_of(content: bytes) -> str:
    """All the text, page after page; lines are broken where the page moves on."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return "\n".join(_page(page) for page in pdf.pages)


def is_tagged(content: bytes) -> bool:
    """Whether the PDF has the structure that screen readers need, and says its language."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return (
            bool(pdf.Root.get("/MarkInfo", {}).get("/Marked")) and "/StructTreeRoot" in pdf.Root and "/Lang" in pdf.Root
        )


def _page(page: pikepdf.Page) -> str:
    fonts = {name: _letters(font) for name, font in page.resources.get("/Font", {}).items()}
    said: list[str] = []
    letters: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            letters = fonts.get(str(operands[0]), {})
        elif str(operator) in ("Tj", "TJ"):
            shown = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
            said += [_read(bytes(part), letters) for part in shown if isinstance(part, pikepdf.String)]
        elif str(operator) in BREAKS:
            said.append("\n")
    return re.sub(r"\n+", "\n", "".join(said))


def _letters(font: pikepdf.Object) -> dict[int, str]:
    found: dict[int, str] = {}
    for kind, body in BLOCK.findall(font.ToUnicode.read_bytes() if "/ToUnicode" in font else b""):
        codes = [re.sub(rb"\s", b"", code) for code in HEX.findall(body)]
        if kind == b"bfchar":
            found |= {int(code, 16): _unicode(to) for code, to in zip(codes[::2], codes[1::2], strict=True)}
        else:
            for first, last, to in zip(codes[::3], codes[1::3], codes[2::3], strict=True):
                start = ord(_unicode(to)[0])
                found |= {code: chr(start + code - int(first, 16)) for code in range(int(first, 16), int(last, 16) + 1)}
    return found


def _unicode(code: bytes) -> str:
    return bytes.fromhex(code.decode()).decode("utf-16-be")


def _read(part: bytes, letters: dict[int, str]) -> str:
    return "".join(letters.get(int.from_bytes(part[at : at + 2]), "") for at in range(0, len(part), 2))
