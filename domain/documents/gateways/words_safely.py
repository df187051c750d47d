"""Reading the words of a file in a process of its own, as it is examined: a hostile one takes nobody with it."""

import json

from domain.documents.rules.intake_limits import MEBI
from domain.platform.outside.child import ask_child

SECONDS = 30.0
MEMORY = 1024 * MEBI
ANSWER_BYTES = MEBI
CHILD = "domain.documents.gateways.words_child"


async def words_safely(content: bytes) -> str:
    """The text of a PDF, also inside a signed container; nothing where there is none or it cannot be read in time."""
    question = {"memory": MEMORY, "seconds": int(SECONDS) + 1}
    answer = await ask_child(CHILD, json.dumps(question).encode() + b"\n" + content, seconds=SECONDS, most=ANSWER_BYTES)
    return (answer or b"").decode("utf-8", "ignore")
