"""What stands in static/ is what the sources say, is small enough, and can be read by everybody. No Node needed."""

import gzip
import hashlib
import json
import re
from pathlib import Path

import brotli
import pytest

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "web" / "assets"
STATIC = ROOT / "static"
INPUTS = (
    "package.json",
    "package-lock.json",
    "palettes.json",
    "icons.txt",
    "build.mjs",
    "styles.mjs",
    "safelist.mjs",
    "scss",
    "js",
    "icons",
)
SITES = ("portal", "backoffice")
PORTAL_CSS_BYTES = 16 * 1024
PORTAL_SCRIPT_BYTES = 20 * 1024
CLASS_ATTRIBUTE = re.compile(r'class="([^"]*)"')
EXPRESSION = re.compile(r"\{[{%].*?[%}]\}")


def _manifest() -> dict:
    return json.loads((STATIC / "manifest.json").read_text())


def _published(name: str) -> Path:
    return ROOT / _manifest()["assets"][name]["url"].removeprefix("/")


def _palettes() -> list[dict]:
    return json.loads((ASSETS / "palettes.json").read_text())


def _files_below(place: Path) -> list[Path]:
    return [place] if place.is_file() else [path for path in place.rglob("*") if path.is_file()]


def _templates(*rooms: str) -> list[Path]:
    found = [path for room in rooms for path in (ROOT / room).rglob("*.html")]
    return [path for path in found if "node_modules" not in path.parts]


def _classes_named_in(template: str) -> set[str]:
    """The classes a template writes: those in plain sight and those quoted inside an expression."""
    named = set()
    for attribute in CLASS_ATTRIBUTE.findall(template):
        named.update(word for word in EXPRESSION.sub(" ", attribute).split() if not word.endswith("-"))
        for expression in EXPRESSION.findall(attribute):
            for quoted in re.findall(r"'([^']*)'", expression):
                named.update(quoted.split())
    return named


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_static_was_built_from_the_sources_that_are_here() -> None:
    lines = []
    for name in INPUTS:
        for path in _files_below(ASSETS / name):
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            lines.append(f"{path.relative_to(ASSETS).as_posix()} {digest}\n")
    digest = hashlib.sha256("".join(sorted(lines)).encode()).hexdigest()

    assert digest == _manifest()["inputs_sha256"], "sources of web/assets changed: run `make assets`"


@pytest.mark.parametrize("site", SITES)
def test_no_template_names_a_class_that_the_build_left_out(site: str) -> None:
    left_out = set((STATIC / "css" / f"{site}.left-out.txt").read_text().split())
    missing = {
        (path.relative_to(ROOT).as_posix(), name)
        for path in _templates(site, "web")
        for name in _classes_named_in(path.read_text()) & left_out
    }

    assert not missing, f"classes of Bootstrap Italia that are not in the sheet yet, run `make assets`: {missing}"


@pytest.mark.parametrize("site", SITES)
def test_every_class_of_our_own_is_styled(site: str) -> None:
    sheet = _published(f"{site}.comuni.css").read_text()
    unknown = {
        (path.relative_to(ROOT).as_posix(), name)
        for path in _templates(site)
        for name in _classes_named_in(path.read_text())
        if name.startswith(("ss-", "bo-")) and not re.search(rf"\.{re.escape(name)}(?![\w-])", sheet)
    }

    assert not unknown, f"a misspelt class, or one without a rule in web/assets/scss: {unknown}"


def test_every_icon_a_template_names_is_in_the_sprite() -> None:
    sprite = _published("icons.svg").read_text()
    for path in _templates("web", *SITES):
        for name in re.findall(r"ui\.icon\('([a-z-]+)'", path.read_text()):
            assert f'id="it-{name}"' in sprite, f"{path}: add {name} to web/assets/icons.txt and run `make assets`"


def test_every_file_is_the_one_the_manifest_names() -> None:
    for name, entry in _manifest()["assets"].items():
        path = _published(name)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        assert digest == entry["sha256"], name
        assert digest[:8] in path.name, name


def test_no_built_file_is_forgotten_by_the_manifest() -> None:
    known = {_published(name) for name in _manifest()["assets"]}
    extra = {"manifest.json", "LICENCE"} | {f"{site}.left-out.txt" for site in SITES}
    for path in _files_below(STATIC):
        plain = path.with_suffix("") if path.suffix in (".br", ".gz") else path
        assert plain in known or path.name in extra, path


def test_compressed_siblings_hold_the_same_text() -> None:
    for name in _manifest()["assets"]:
        path = _published(name)
        if path.suffix == ".woff2":
            continue
        assert brotli.decompress(path.with_name(path.name + ".br").read_bytes()) == path.read_bytes()
        assert gzip.decompress(path.with_name(path.name + ".gz").read_bytes()) == path.read_bytes()


@pytest.mark.parametrize("palette", _palettes(), ids=lambda palette: palette["name"])
def test_portal_sheets_stay_small_and_self_contained(palette: dict) -> None:
    for direction in ("", ".rtl"):
        path = _published(f"portal.{palette['name']}{direction}.css")
        text = path.read_text()
        assert path.with_name(path.name + ".br").stat().st_size <= PORTAL_CSS_BYTES
        assert "--bootstrap-italia-version" in text
        assert palette["primary"] in text
        assert "data:" not in text
        assert not re.search(r"https?://", text)


def test_scripts_of_the_portal_stay_small() -> None:
    sizes = [
        _published(name).with_name(_published(name).name + ".br").stat().st_size
        for name in ("htmx.js", "portal.js", "upload.js")
    ]

    assert sum(sizes) <= PORTAL_SCRIPT_BYTES


def test_scripts_need_no_eval_and_name_no_other_host() -> None:
    for name in ("portal.js", "upload.js", "backoffice.js"):
        text = _published(name).read_text()
        assert not re.search(r"https?://|\beval\(|new Function|innerHTML", text), name


@pytest.mark.parametrize("palette", _palettes(), ids=lambda palette: palette["name"])
def test_every_palette_can_be_read(palette: dict) -> None:
    for ground in ("primary", "hover", "dark"):
        assert _contrast("#ffffff", palette[ground]) >= 4.5, ground
    for ground in ("#ffffff", palette["soft"], palette["selected"], "#f5f7f9"):
        assert _contrast(palette["primary"], ground) >= 4.5, ground
        assert _contrast("#455a64", ground) >= 4.5, ground
        assert _contrast("#a3243b", ground) >= 4.5, ground


def test_vendored_packages_come_with_their_licence_and_exact_version() -> None:
    pinned = json.loads((ASSETS / "package.json").read_text())
    wanted = {**pinned["dependencies"], **pinned["devDependencies"]}
    for name, package in _manifest()["packages"].items():
        assert (ROOT / package["licence_file"].removeprefix("/")).stat().st_size > 0, name
        if name in wanted:
            assert package["version"] == wanted[name], name
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())


def test_the_lock_file_names_no_registry() -> None:
    assert '"resolved"' not in (ASSETS / "package-lock.json").read_text()
