"""What to call a file that somebody sent."""

import re
import unicodedata

LONGEST = 80
UNNAMED = "documento"
KNOWN_EXTENSIONS = re.compile(
    r"(?:\.(?:p7m|pdf|jpe?g|jfif|png|heic|heif|exe|com|scr|bat|js|html?|svg|zip|docx?))+$", re.IGNORECASE
)
RESERVED = re.compile(r'[<>:"|?*%\\/]')


def safe_name(claimed_name: str, extension: str) -> str:
    """A name that is safe to show, to send in a header and to save, ending in the true ``extension``.

    Folders, control characters, characters that turn the writing direction and misleading endings fall away; a
    name of which nothing is left becomes ``documento``. A signed PDF keeps both endings (``atto.pdf.p7m``).
    """
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", claimed_name))[-1]
    shown = "".join(" " if unicodedata.category(letter)[0] in "CZ" else letter for letter in last)
    stem = " ".join(RESERVED.sub(" ", shown).split())
    bare = KNOWN_EXTENSIONS.sub("", stem).strip(" .")[:LONGEST].strip(" .")
    signed_pdf = extension == "p7m" and stem.lower().endswith(".pdf.p7m")
    return f"{bare or UNNAMED}{'.pdf' if signed_pdf else ''}.{extension}"
