"""Makes the list of leaked passwords that the program carries: prefixes of their SHA-256, sorted.

`.venv/bin/python .ci/leaked_passwords.py passwords.json` reads a JSON list of passwords, for example the one in the npm
package @zxcvbn-ts/language-common. Source and licence stand beside the list that it writes.
"""

import json
import sys
from pathlib import Path

from domain.access.gateways.leaked_passwords import FILE, SHORTEST, prefix_of

IN_A_LINE = 400


def main(source: Path) -> None:
    """Write the list anew."""
    words = {word for word in json.loads(source.read_text(encoding="utf-8")) if len(word) >= SHORTEST}
    prefixes = sorted({prefix_of(word) for word in words})
    lines = (" ".join(prefixes[place : place + IN_A_LINE]) for place in range(0, len(prefixes), IN_A_LINE))
    FILE.write_text("".join(f"{line}\n" for line in lines), encoding="ascii")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
