"""The process in which the words of one file are read: sets its own bounds, answers with text, ends."""

import json
import sys
from typing import BinaryIO

from domain.platform.outside.bounds import set_bounds


def answer_one(asked: BinaryIO, answered: BinaryIO) -> None:
    """Read one question from ``asked`` and write the text to ``answered``. Bounds first, libraries after."""
    question = json.loads(asked.readline())
    set_bounds(question["memory"], question["seconds"])

    from domain.documents.gateways.envelopes import unwrap
    from domain.documents.gateways.pdf_words import words_of_pdf
    from domain.documents.rules.file_kinds import FileKind, kind_of
    from domain.documents.rules.intake_limits import IntakeLimits

    limits = IntakeLimits()
    content = asked.read()
    for _envelope in range(limits.envelopes):
        if kind_of(content) is FileKind.P7M:
            content = unwrap(content, limits)
    text = words_of_pdf(content) if kind_of(content) is FileKind.PDF else ""
    answered.write(text.encode("utf-8", "ignore"))


if __name__ == "__main__":
    answer_one(sys.stdin.buffer, sys.stdout.buffer)
