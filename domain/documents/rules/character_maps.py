"""Which letters the codes of a font in a PDF stand for: its ToUnicode table, or the names of its glyphs."""

import re
from collections.abc import Mapping
from html.entities import name2codepoint

MOST_CODES = 70_000
_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_PAIR = re.compile(rb"<([0-9a-fA-F\s]+)>\s*<([0-9a-fA-F\s]*)>")
_RANGE = re.compile(rb"<([0-9a-fA-F\s]+)>\s*<([0-9a-fA-F\s]+)>\s*(?:<([0-9a-fA-F\s]*)>|\[(.*?)\])", re.DOTALL)
_ONE = re.compile(rb"<([0-9a-fA-F\s]*)>")
_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_NAMED = {
    "space": " ",
    "period": ".",
    "comma": ",",
    "colon": ":",
    "hyphen": "-",
    "quoteright": "'",
    "quotesingle": "'",
    "slash": "/",
    "fi": "fi",
    "fl": "fl",
    "ff": "ff",
    "ffi": "ffi",
    "ffl": "ffl",
} | {name: str(digit) for digit, name in enumerate(_DIGITS)}


def to_unicode(table: bytes) -> dict[int, str]:
    """The letters of each code of a ToUnicode table; what is not written as it should be is left out."""
    found: dict[int, str] = {}
    for kind, block in _BLOCK.findall(table):
        if kind == b"bfchar":
            for code, letters in _PAIR.findall(block):
                found[_number(code)] = _letters(letters)
        else:
            _read_ranges(block, found)
        if len(found) > MOST_CODES:
            break
    return found


def _read_ranges(block: bytes, found: dict[int, str]) -> None:
    for first, last, start, listed in _RANGE.findall(block):
        low, high = _number(first), min(_number(last), _number(first) + 0xFFFF)
        if listed:
            letters = [_letters(one) for one in _ONE.findall(listed)]
            found |= dict(zip(range(low, high + 1), letters, strict=False))
        elif begin := _letters(start):
            found |= {low + step: begin[:-1] + _next(begin[-1], step) for step in range(high - low + 1)}
        if len(found) > MOST_CODES:
            return


def glyph_letters(names: Mapping[int, str]) -> dict[int, str]:
    """The letters that glyphs are named after, by their codes; names of no letter are left out."""
    return {code: letters for code, name in names.items() if (letters := _named(name))}


def _named(name: str) -> str:
    if len(name) == 1:
        return name
    if name in _NAMED:
        return _NAMED[name]
    if found := re.fullmatch(r"uni([0-9A-F]{4})|u([0-9A-F]{4,5})", name):
        return _next("\0", int(found[1] or found[2], 16))
    return chr(name2codepoint[name]) if name in name2codepoint else ""


def _number(written: bytes) -> int:
    return int(b"".join(written.split()) or b"0", 16)


def _letters(written: bytes) -> str:
    plain = b"".join(written.split())
    return bytes.fromhex((plain if len(plain) % 2 == 0 else plain + b"0").decode("ascii")).decode("utf-16-be", "ignore")


def _next(letter: str, steps: int) -> str:
    code = ord(letter) + steps
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""
