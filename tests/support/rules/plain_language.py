"""Plain Italian for everybody: how easy a text is, and which words have a plainer one.

Gulpease = 89 + (300 × sentences − 10 × letters) / words; 60 is what somebody with middle school reads alone. It is
asked of each sentence of the catalogue that has at least ten words (below that one long word decides everything), and
of each template's running text taken together (messages of four words or more, so that labels cannot lift it).

A legal text, shown folded and in the law's own words, is left out when its note to translators says so and why:
`NOTA: testo di legge: D.P.R. 445/2000, art. 76`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from babel.messages.catalog import Catalog, Message

ENOUGH = 60
COUNTED_FROM, RUNNING_FROM = 10, 4
LONGEST_SENTENCE = 25
LEGAL = re.compile(r"NOTA: testo di legge: .*\w{2,}")
WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,:/]\d+)*")
SENTENCE_END = re.compile(r"(?<=[.!?…])(?:[»”)\"]*)\s+|</?(?:br|p|li|h[1-6])\b[^>]*>|\n")
# A dot that ends no sentence.
SHORT = re.compile(r"\b(?:art|artt|n|nn|c|lett|es|tel|pag|sig|dott|prof|ecc|L|D|P|R|M|C|Lgs|ss|km)\.(?=\s|\w)")
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]")
ACRONYMS = frozenset(
    [
        "ISEE",
        "DSU",
        "SPID",
        "CIE",
        "INPS",
        "PDF",
        "PNG",
        "JSON",
        "ANPR",
        "SISO",
        "JPEG",
        "HEIC",
        "SMS",
        "IBAN",
        "STP",
        "ENI",
        "QR",
        "PIN",
        "OTP",
        "TOTP",
        "ASL",
        "ATS",
        "PUA",
        "LIS",
        "CAF",
        "IO",
        "URL",
        "EUPL",
        "WCAG",
    ]
)
DATE = re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b")
DULL_BUTTONS = frozenset({"ok", "submit", "conferma", "avanti"})

# What ui/report §5.2 bans, with the plainer word. In brackets the official word may stand once: "aiuto (contributo)".
BANNED = {
    r"istanz[ae]": "domanda",
    r"istruttori[ae]": "controllo della domanda",
    r"evasion[ei]|evas[oaie]": "risposta",
    r"erogazion[ei]|erog(?:are|at[oaie]|a|ano|ando)": "pagamento, servizio",
    r"fru(?:ire|isce|iscono|ito|izione|irne)": "usare",
    r"presso": "a, in",
    r"qualora": "se",
    r"nucle[oi] familiar[ei]": "famiglia, chi vive con te",
    r"beneficiari[oaie]?": "persona che riceve l'aiuto",
    r"caregivers?": "chi si prende cura",
    r"integrazion[ei] documental[ei]": "documento che manca",
    r"provvediment[oi]": "decisione",
    r"dinieg(?:o|hi)": "no",
    r"ai sensi (?:di|de[il]|dell[ao']|degli|delle)": "secondo",
    r"effettu\w+": "fare",
    r"comunic(?:are|arlo|arci|arti|a|i|o|hi|hiamo|ano|ato|ata|ando|herà|heremo|heranno)": "dire",
}
BANNED_WORD = re.compile("|".join(f"(?P<w{i}>\\b(?:{pattern})\\b)" for i, pattern in enumerate(BANNED)), re.IGNORECASE)


def _bare(text: str) -> str:
    """The text as it is read: no markup, a short word where a value goes."""
    return re.sub(r"<[^>]+>", " ", PLACEHOLDER.sub("dato", text.replace("%%", "%")))


def sentences(text: str) -> list[str]:
    """The sentences of a text. A line break or a new block of markup ends one as a full stop does."""
    whole = SHORT.sub(lambda m: m[0].replace(".", ""), PLACEHOLDER.sub("dato", text))
    return [_bare(piece).strip() for piece in SENTENCE_END.split(whole) if WORD.search(_bare(piece))]


def words(text: str) -> list[str]:
    """The words of a text; an article with an apostrophe is a word of its own, and so is a number."""
    return WORD.findall(_bare(text))


def gulpease(texts: Iterable[str]) -> float:
    """How easy these texts are together, from 0 (hard) to 100 and more; at least one word is needed."""
    texts = list(texts)
    found = [word for text in texts for word in words(text)]
    letters = sum(len(word) for word in found if word[0].isalpha())
    return 89 + (300 * sum(len(sentences(text)) for text in texts) - 10 * letters) / len(found)


def faults(text: str) -> list[str]:
    """What makes one text hard: banned words, long sentences, capitals, dates in figures, buttons that say nothing."""
    found = []
    outside = re.sub(r"\([^()]*\)", " ", _bare(text))
    for match in BANNED_WORD.finditer(outside):
        plainer = list(BANNED.values())[int((match.lastgroup or "w0")[1:])]
        found.append(f"{match[0]!r}: say {plainer!r}")
    for sentence in sentences(text):
        if (length := len(words(sentence))) > LONGEST_SENTENCE:
            found.append(f"a sentence of {length} words, at most {LONGEST_SENTENCE}: {sentence[:50]!r}")
    shouted = [w for w in words(text) if len(w) > 3 and w.isalpha() and w.isupper() and w not in ACRONYMS]
    found += [f"{word}: no words in capitals" for word in shouted]
    found += [f"{date}: write the date in full" for date in DATE.findall(_bare(text))]
    if text.strip().lower() in DULL_BUTTONS:
        found.append(f"{text!r}: a button says what it does")
    if len(words(text)) >= COUNTED_FROM and (score := gulpease([text])) < ENOUGH:
        found.append(f"Gulpease {score:.0f}, at least {ENOUGH}: shorter sentences, shorter words")
    return found


def is_legal(message: Message) -> bool:
    """Whether a note says that this is the law's own text, and which law."""
    return bool(LEGAL.search(" ".join([*message.auto_comments, *message.user_comments])))


def _texts(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def hard_sentences(catalog: Catalog) -> list[str]:
    """Every fault of every entry, legal texts left out, with the file the sentence stands in."""
    found = []
    for message in catalog:
        if message.id and not is_legal(message):
            where = message.locations[0][0] if message.locations else "?"
            found += [f"{where}: {text[:70]!r}: {says}" for text in _texts(message) for says in faults(text)]
    return found


def running_text(catalog: Catalog) -> dict[str, list[str]]:
    """Template → its texts of four words or more, legal texts left out."""
    found: dict[str, list[str]] = defaultdict(list)
    for message in catalog:
        if message.id and not is_legal(message) and len(words(_texts(message)[0])) >= RUNNING_FROM:
            for file, _line in message.locations:
                if file.endswith((".html", ".txt")):
                    found[file].append(_texts(message)[0])
    return dict(found)


def hard_templates(catalog: Catalog) -> Iterator[str]:
    """Templates whose running text together is too hard."""
    for file, texts in sorted(running_text(catalog).items()):
        if (score := gulpease(texts)) < ENOUGH:
            yield f"{file}: Gulpease {score:.0f} over {len(texts)} texts, at least {ENOUGH}"
