"""Reads every sentence out of the source and brings the catalogues up to date; `--check` only says what is stale.

Run it with `.venv/bin/python locales/update.py`. It writes no dates and no line numbers, so a second run changes
nothing. A translation is never lost: a sentence that goes away stays at the end of its catalogue, and comes back with
its translation when the sentence does.
"""

import os
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from babel.messages.catalog import Catalog, Message  # noqa: E402 - the root must be on the path first
from babel.messages.extract import extract_from_dir  # noqa: E402
from babel.messages.frontend import parse_mapping_cfg  # noqa: E402
from babel.messages.pofile import read_po, write_po  # noqa: E402

from domain.kernel.languages import LANGUAGES, Language  # noqa: E402

PACKAGES = ("portal", "backoffice", "web", "domain")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
OFFICES = (
    "backoffice/",
    "domain/catalogue/refusals.py",
    "domain/catalogue/rules/designing/",
    "domain/documents/rules/day_register.py",
    "domain/housing/",
    "domain/legacy/",
    "domain/reception/",
    "domain/organization/rules/code_lists.py",
    "domain/procedure/rules/soundness/",
    "domain/procedure/terms/",
    "domain/registry/rules/bodies",
    "domain/registry/terms/bodies",
    "domain/registry/rules/drawing/",
    "domain/registry/rules/duplicate",
    "domain/registry/terms/civil.py",
    "domain/registry/terms/records.py",
    "domain/registry/terms/relations.py",
    "domain/registry/terms/support.py",
)
"""Where sentences stand that only operators read, with the languages of operators."""
COMMENT_TAG = "NOTA:"
HEADER = "# Sportello Sociale. The msgid is the Italian sentence: see README.md."
# Arabic in the order of forms that translators know (zero, one, two, few, many, other); Babel's own table swaps two.
PLURALS = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
}
LINE = re.compile(r'#(?!~).*|(?:#~ ?)?(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) )?"(?:[^"\\]|\\.)*"|')
DATES = re.compile(
    r'^"(?:POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Report-Msgid-Bugs-To|Language-Team): '
)


def _is_read(folder: str, root: Path) -> bool:
    """Whether a folder is walked: one of the packages or inside it, and nobody else's."""
    parts = Path(folder).relative_to(root).parts
    return parts[0] in PACKAGES and not {"node_modules", "assets", "migrations", "__pycache__"} & set(parts)


def extract(root: Path = ROOT, config: Path = ROOT / "babel.cfg") -> Catalog:
    """Every sentence of the source under root, with its files and its notes to translators."""
    with config.open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file, str(config))
    catalog = Catalog(project="Sportello Sociale", version="1", header_comment=HEADER, fuzzy=False)
    found = extract_from_dir(
        root,
        methods,
        options,
        keywords=KEYWORDS,
        comment_tags=(COMMENT_TAG,),
        directory_filter=lambda folder: _is_read(os.fspath(folder), root),
    )
    for file, line, message, comments, context in found:
        if comments and not comments[0].startswith(COMMENT_TAG):
            comments[0] = f"{COMMENT_TAG} {comments[0]}"  # Jinja's reader takes the tag away
        catalog.add(message, None, [(file, line)], auto_comments=comments, context=context)
    return catalog


def is_citizen(message: Message) -> bool:
    """Whether a citizen may read it: it stands somewhere else than where only operators read."""
    return any(not file.startswith(OFFICES) for file, _line in message.locations)


def messages(catalog: Catalog) -> Iterator[Message]:
    """The entries of a catalogue, its header left out."""
    return (message for message in catalog if message.id)


def in_scope(template: Catalog, language: Language) -> Catalog:
    """The part of the template that a language translates: all of it, or what a citizen reads."""
    part = Catalog(locale=language.code, project="Sportello Sociale", version="1", header_comment=HEADER, fuzzy=False)
    _count(part, language)
    for message in messages(template):
        if language.scope == "all" or is_citizen(message):
            part[message.id] = message.clone()
    return part


def _count(catalog: Catalog, language: Language) -> None:
    if language.code in PLURALS:
        catalog.mime_headers = [("Plural-Forms", PLURALS[language.code])]


def _revive(catalog: Catalog, template: Catalog) -> None:
    """Gives a sentence that came back the translation it had."""
    for key, old in list(catalog.obsolete.items()):
        context = old.context
        if template.get(old.id, context) is not None and catalog.get(old.id, context) is None:
            catalog.add(old.id, old.string, user_comments=old.user_comments, flags=old.flags, context=context)
            del catalog.obsolete[key]


def _forget(catalog: Catalog) -> None:
    """Drops a lost sentence that never had a translation."""
    for key, old in list(catalog.obsolete.items()):
        if not any(old.string if isinstance(old.string, tuple) else (old.string,)):
            del catalog.obsolete[key]


def _must_be_well_formed(text: str, language: Language) -> None:
    """Stops at a line that is not one of a catalogue: Babel would take it, and eat a letter at a missing quote."""
    for number, line in enumerate(text.splitlines(), 1):
        if not LINE.fullmatch(line.strip()):
            raise ValueError(f"locales/{language.code}/LC_MESSAGES/messages.po:{number}: not well formed: {line}")
    starts = re.findall(r'^(?:msgctxt .*\n)?msgid .*\n(?:".*\n)*', text, re.MULTILINE)
    twice = sorted({start for start in starts if starts.count(start) > 1})
    if twice:
        raise ValueError(f"locales/{language.code}/LC_MESSAGES/messages.po: more than once: {twice[0]}")


def updated(old: bytes | None, template: Catalog, language: Language) -> Catalog:
    """A catalogue brought up to the template. Refuses a file that is not well formed rather than lose part of it."""
    wanted = in_scope(template, language)
    if old is None:
        return wanted
    _must_be_well_formed(old.decode("utf-8"), language)
    catalog = read_po(BytesIO(old), locale=language.code, abort_invalid=True)
    catalog.project, catalog.version, catalog.fuzzy, catalog.header_comment = "Sportello Sociale", "1", False, HEADER
    _count(catalog, language)
    _revive(catalog, wanted)
    catalog.update(wanted, no_fuzzy_matching=True)
    _forget(catalog)
    return catalog


def render(catalog: Catalog) -> bytes:
    """The file of a catalogue: sorted by sentence, files without line numbers, a header without dates."""
    text = BytesIO()
    write_po(text, catalog, width=100, sort_output=True, include_lineno=False)
    lines = text.getvalue().decode("utf-8").split("\n")
    return ("\n".join(line for line in lines if not DATES.match(line)).rstrip("\n") + "\n").encode()


def files(root: Path = ROOT) -> dict[Path, bytes]:
    """What every file of `locales/` should hold now, read from the source under root."""
    template, folder = extract(root), root / "locales"
    wanted = {folder / "messages.pot": render(template)}
    for language in LANGUAGES:
        path = folder / language.code / "LC_MESSAGES" / "messages.po"
        old = path.read_bytes() if path.exists() else None
        wanted[path] = render(updated(old, template, language))
    return wanted


def stale(root: Path = ROOT) -> list[str]:
    """The files that do not hold what they should."""
    wanted = files(root).items()
    return [p.relative_to(root).as_posix() for p, text in wanted if not p.exists() or p.read_bytes() != text]


def update(root: Path = ROOT) -> list[str]:
    """Writes every file that is stale and names them. All are computed before the first is written."""
    wanted = files(root)
    changed = [path for path, text in wanted.items() if not path.exists() or path.read_bytes() != text]
    for path in changed:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(wanted[path])
    return [path.relative_to(root).as_posix() for path in changed]


def main(arguments: list[str]) -> int:
    """The command line: 0 when nothing is left to do, 1 when `--check` found a stale file, 2 for a wrong word."""
    if arguments not in ([], ["--check"]):
        sys.stderr.write("usage: update.py [--check]\n")
        return 2
    checking = bool(arguments)
    found = stale() if checking else update()
    for path in found:
        sys.stdout.write(f"{'stale' if checking else 'written'}: {path}\n")
    return int(checking and bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
