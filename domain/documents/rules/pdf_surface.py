"""Looking at the bytes of a PDF before any PDF library does: foreign parts and decompression bombs."""

import re
import zlib

END_MARK = b"%%EOF"
GOES_ON = re.compile(rb"[\s\0]*(?:\d|%|xref|trailer|startxref|endstream|endobj)")
IS_OVER = re.compile(rb"[\s\0]*\Z")
STREAM = re.compile(rb"stream\r?\n")
ENCODINGS = re.compile(rb"/Filter\s*\[([^\]]{0,400})\]")
UNFOLDING = re.compile(rb"/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b")
FEED_BYTES = 64 * 1024
UNFOLD_BYTES = 1024 * 1024


def hides_something(content: bytes) -> bool:
    """Whether a PDF carries a second file: a program, an archive or a page after one of its end marks.

    A later version of the same PDF (incremental update, signature) is not a second file.
    """
    at = content.find(END_MARK)
    if at < 0:
        return True
    while at >= 0:
        after = at + len(END_MARK)
        at = content.find(END_MARK, after)
        expected = IS_OVER if at < 0 else GOES_ON
        if not expected.match(content, after):
            return True
    return _ends_like_an_archive(content)


def unfolds_beyond(content: bytes, limit: int) -> bool:
    """Whether the compressed parts of a PDF unfold to more than ``limit`` bytes, or are compressed twice."""
    if any(len(UNFOLDING.findall(names)) > 1 for names in ENCODINGS.findall(content)):
        return True
    total = 0
    for start in STREAM.finditer(content):
        total += _unfolded_size(content, start.end(), limit - total)
        if total > limit:
            return True
    return False


def _ends_like_an_archive(content: bytes) -> bool:
    """A zip is read from its end: its directory record must lie in the last 64 KiB and point at entries."""
    at = content.rfind(b"PK\5\6", max(0, len(content) - 66_000))
    if at < 0 or len(content) < at + 22:
        return False
    comment = int.from_bytes(content[at + 20 : at + 22], "little")
    return at + 22 + comment <= len(content) and b"PK\1\2" in content[:at]


def _unfolded_size(content: bytes, start: int, limit: int) -> int:
    """How far the stream at ``start`` unfolds; stops just beyond ``limit``. Streams of other kinds count nothing."""
    unfolding = zlib.decompressobj()
    size, at = 0, start
    try:
        while at < len(content) and not unfolding.eof and size <= limit:
            fed = content[at : at + FEED_BYTES]
            at += len(fed)
            while fed and size <= limit and not unfolding.eof:
                size += len(unfolding.decompress(fed, UNFOLD_BYTES))
                fed = unfolding.unconsumed_tail
    except zlib.error:
        return size
    return size
