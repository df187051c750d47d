"""The documents lead somewhere, say what is true of this release, and tell nothing of anybody's machine."""

import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import yaml

from domain.kernel.languages import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)|\b(?:src|href)=\"([^\"]+)\"")
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
# Written in pieces, so that this file does not find itself.
REGISTRIES = (
    "pypi org", "pythonhosted org", "registry npmjs", "npmjs com", "deb debian", "proxy golang", "ghcr io", "quay io",
    "docker io", "hub docker",
)  # fmt: skip
MACHINE = ("work main", "work shared", "work .library", "root ", "tmp briefs")
UNWANTED = re.compile(
    "|".join(
        [
            *(r"\b" + r"\.".join(words.split()) for words in REGISTRIES),
            *("/" + "/".join(map(re.escape, words.split(" "))) for words in MACHINE),
        ]
    )
)
TEXTS = {
    ".py",
    ".md",
    ".toml",
    ".yml",
    ".yaml",
    ".conf",
    ".service",
    ".sql",
    ".sh",
    ".lock",
    ".cfg",
    ".ini",
    ".example",
    ".html",
    ".mjs",
    ".js",
    ".json",
    ".scss",
    ".pot",
    ".po",
    ".txt",
    ".mako",
    "",
}
STAND_INS = "https://example.org/"


def kept_files() -> list[Path]:
    """Every file that is, or is about to be, in the repository."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    return [path for name in listed.stdout.decode().split("\0") if name and (path := ROOT / name).is_file()]


def documents() -> list[Path]:
    return [path for path in kept_files() if path.suffix == ".md"]


def dead_links(document: Path) -> Iterator[str]:
    text = CODE.sub("", document.read_text())
    for match in LINK.finditer(text):
        target = match.group(1) or match.group(2)
        if ELSEWHERE.match(target):
            continue
        path, _hash, anchor = target.partition("#")
        found = document.parent / unquote(path) if path else document
        if not found.exists() or (anchor and anchor not in anchors(found)):
            yield f"{document.name} → {target}"


def anchors(document: Path) -> set[str]:
    """The anchors of a Markdown file, as forges make them from its titles."""
    titles = re.findall(r"^#+ (.+)$", document.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-") for title in titles}


def settings_of_release() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def publiccode() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "publiccode.yml").read_text())


def test_every_link_between_documents_leads_somewhere() -> None:
    found = documents()
    assert ROOT / "README.md" in found
    assert [dead for document in found for dead in dead_links(document)] == []


def test_a_dead_link_is_found(tmp_path: Path) -> None:
    document = tmp_path / "page.md"
    document.write_text("# A title\n[good](#a-title) [bad](gone.md) [worse](#gone) `[code](shown.md)`\n")
    assert list(dead_links(document)) == ["page.md → gone.md", "page.md → #gone"]


def test_the_changelog_tells_operators_about_this_release() -> None:
    version = settings_of_release()["version"]
    found = re.search(
        rf"^## {re.escape(version)} .*?(?=^## |\Z)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE | re.DOTALL
    )
    assert found is not None
    assert "\n### " in found.group()
    assert "\n- " in found.group()


def test_publiccode_has_what_the_standard_demands() -> None:
    told = publiccode()
    assert re.fullmatch(r"0\.\d+(\.\d+)?", told["publiccodeYmlVersion"])
    assert told["platforms"] == ["web"]
    assert told["softwareType"] == "standalone/web"
    assert told["developmentStatus"] in {"concept", "development", "beta", "stable", "obsolete"}
    assert told["maintenance"]["contacts"][0]["name"]
    assert told["localisation"]["localisationReady"] is True
    assert told["IT"]["countryExtensionVersion"] == "1.0"
    for language in ("it", "en"):
        description = told["description"][language]
        assert len(description["shortDescription"]) <= 150
        assert 150 <= len(description["longDescription"]) <= 10_000
        assert description["features"]


def test_publiccode_tells_the_truth_about_this_release() -> None:
    told, project = publiccode(), settings_of_release()
    assert told["softwareVersion"] == project["version"]
    assert told["legal"]["license"] == project["license"]
    assert set(told["localisation"]["availableLanguages"]) == {language.code for language in LANGUAGES}
    assert str(told["releaseDate"]) == "2026-11-22"
    assert told["url"].startswith(STAND_INS)  # until somebody publishes it: never an address that looks real


def test_publiccode_shows_pictures_that_exist_and_are_light() -> None:
    shown = {name for one in publiccode()["description"].values() for name in one["screenshots"]}
    assert shown
    for name in shown:
        assert 0 < (ROOT / name).stat().st_size < 150_000, name


def test_the_licence_is_the_whole_eupl() -> None:
    text = (ROOT / "LICENSE").read_text()
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\nEUPL © the European Union 2007, 2016\n")
    assert [f"\n{number}." in text for number in range(1, 16)] == [True] * 15
    assert "Appendix" in text
    assert len(text) > 13_000


def test_no_file_names_a_package_registry_or_a_path_of_a_machine() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in kept_files()
        if path.suffix in TEXTS and "vendor" not in path.parts
        if (match := UNWANTED.search(path.read_text(errors="replace")))
    ]
    assert found == []


def test_a_registry_and_a_path_of_a_machine_are_seen() -> None:
    assert UNWANTED.search("https://" + ".".join(("files", "pythonhosted", "org")))
    assert UNWANTED.search("cd " + "/".join(("", "work", "main")))
    assert not UNWANTED.search("the work/maintenance of pypi packages")
