"""Nothing grows without being noticed: files, functions, folders, controllers, handlers, templates."""

import warnings
from pathlib import Path

import pytest

from tests.support.rules import sizes
from tests.support.rules.source import PACKAGES, ROOT, TESTS, at_least, files, house, nothing, plant, read_sources


def _planted(root: Path, path: str, text: str) -> list[sizes.Source]:
    plant(root, path, text)
    return read_sources(root, ["portal"])


def test_no_file_is_longer_than_300_lines() -> None:
    sources = house(*PACKAGES, *TESTS)
    at_least(100, sources, "Python files")
    nothing(sizes.long_files(sources))


@pytest.mark.filterwarnings("default::UserWarning")
def test_a_file_over_200_lines_is_named_in_the_summary_as_a_warning() -> None:
    sources = house(*PACKAGES, *TESTS)
    at_least(100, sources, "Python files")
    full = sizes.long_files(sources, sizes.FILE_FULL)
    for finding in full:
        warnings.warn(finding, UserWarning, stacklevel=1)
    assert len(full) < len(sources) / 20, "more than one file in twenty is full: the tail is growing"


def test_a_planted_long_file_is_found(tmp_path: Path) -> None:
    sources = _planted(tmp_path, "portal/long.py", "x = 1\n" * 301)
    assert len(sizes.long_files(sources)) == 1
    assert len(sizes.long_files(sources, sizes.FILE_FULL)) == 1
    assert sizes.long_files(_planted(tmp_path, "portal/long.py", "x = 1\n" * 300)) == []


def test_no_function_is_longer_than_40_lines() -> None:
    sources = house(*PACKAGES, *TESTS)
    at_least(100, sources, "Python files")
    nothing(sizes.long_functions(sources))


def test_a_planted_long_function_is_found_and_its_docstring_does_not_count(tmp_path: Path) -> None:
    long = "async def walk():\n" + "    x = 1\n" * 40
    short = 'def walk():\n    """One.\n\n    Two.\n    """\n' + "    x = 1\n" * 39
    assert len(sizes.long_functions(_planted(tmp_path, "portal/a.py", long))) == 1
    assert sizes.long_functions(_planted(tmp_path, "portal/a.py", short)) == []


def test_no_folder_holds_more_than_20_files() -> None:
    at_least(100, list(files(ROOT, PACKAGES, [".py"])), "Python files")
    nothing(sizes.full_folders(ROOT, [*PACKAGES, *TESTS]))


def test_a_planted_full_folder_is_found(tmp_path: Path) -> None:
    plant(tmp_path, "portal/big/__init__.py", "")
    for number in range(20):
        plant(tmp_path, f"portal/big/file_{number}.py", "")
    assert sizes.full_folders(tmp_path, ["portal"]) == []
    plant(tmp_path, "portal/big/show.html", "")
    assert len(sizes.full_folders(tmp_path, ["portal"])) == 1


def test_a_controller_has_only_the_seven_handlers() -> None:
    sources = house("portal", "backoffice", "web")
    at_least(8, [c for source in sources for c in sizes.controllers(source)], "controllers")
    nothing(sizes.crowded_controllers(sources))


def test_a_planted_eighth_handler_is_found(tmp_path: Path) -> None:
    handlers = "".join(f"    @get('/{name}')\n    async def {name}(self): ...\n" for name in sizes.HANDLERS)
    seven = f"class CaseController(Controller):\n{handlers}"
    assert sizes.crowded_controllers(_planted(tmp_path, "portal/c.py", seven)) == []
    eight = f"{seven}    @post('/invio')\n    async def submit(self): ...\n"
    found = sizes.crowded_controllers(_planted(tmp_path, "portal/c.py", eight))
    assert [line.split(": ")[1] for line in found] == [
        "CaseController has 8 handlers, at most 7",
        "CaseController.submit",
    ]


def test_no_handler_is_longer_than_15_lines() -> None:
    sources = house("portal", "backoffice", "web")
    at_least(10, [f for s in sources for f in sizes.functions(s.tree) if sizes.is_handler(f)], "handlers")
    nothing(sizes.long_handlers(sources))


def test_a_planted_long_handler_is_found(tmp_path: Path) -> None:
    text = '@get("/")\nasync def show(request):\n    """Says hello."""\n' + "    x = 1\n" * 15
    assert sizes.long_handlers(_planted(tmp_path, "portal/c.py", text)) == []
    assert len(sizes.long_handlers(_planted(tmp_path, "portal/c.py", text + "    y = 2\n"))) == 1
    assert sizes.long_handlers(_planted(tmp_path, "portal/c.py", text.replace("@get", "@cached") + "    y = 2\n")) == []


def test_no_template_is_longer_than_150_lines() -> None:
    at_least(15, list(files(ROOT, PACKAGES, sizes.TEMPLATES)), "templates")
    nothing(sizes.long_templates(ROOT, PACKAGES))


def test_a_planted_long_template_is_found(tmp_path: Path) -> None:
    plant(tmp_path, "portal/home/show.html", "<p></p>\n" * 150)
    assert sizes.long_templates(tmp_path, ["portal"]) == []
    plant(tmp_path, "portal/home/show.html", "<p></p>\n" * 151)
    assert len(sizes.long_templates(tmp_path, ["portal"])) == 1


def test_a_missing_package_fails_instead_of_passing_over_nothing(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="portal/ is missing"):
        read_sources(tmp_path, ["portal"])
