"""The process in which one file is read: takes a question, sets its own bounds, answers one line a row, ends."""

import json
import resource
import sys
from typing import BinaryIO

OPEN_FILES = 64


def answer_one(asked: BinaryIO, answered: BinaryIO) -> None:
    """Read limits and file from ``asked``, write the rows to ``answered``; a last line says how it ended."""
    question = json.loads(asked.readline())
    for bound, most in (
        (resource.RLIMIT_AS, question["memory"]),
        (resource.RLIMIT_CPU, question["seconds"]),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
    ):
        resource.setrlimit(bound, (most, most))

    from domain.legacy.gateways.table_reader import UnreadableTable, table_rows
    from domain.legacy.rules.limits import TableLimits

    try:
        for number, row in table_rows(asked.read(), TableLimits(**question["limits"])):
            answered.write(json.dumps([number, row]).encode() + b"\n")
    except UnreadableTable as refused:
        answered.write(json.dumps({"problem": refused.problem}).encode() + b"\n")
        return
    answered.write(b'{"problem": null}\n')


if __name__ == "__main__":
    answer_one(sys.stdin.buffer, sys.stdout.buffer)
