"""From a printable act to the bytes of a tagged PDF (PDF/UA-1), with our own fonts on every machine."""

import contextlib
import hashlib
import io
import os
import re
import threading
import warnings
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from domain.kernel.text import _
from domain.platform.pdf.act import Act
from domain.platform.pdf.markup import to_html

STYLE = Path(__file__).with_name("act.css")
FONTS = Path(__file__).with_name("fonts")
NO_FONTS = FONTS / "fonts.conf"
FONT_URL = re.compile(r"fonts:([A-Za-z]+-[A-Za-z]+\.(?:ttf|woff2))")
LIBRARY_NAME = re.compile(r"'(?:lib)?([a-z0-9]+(?:-[0-9.]+)?)")
DEBIAN_PACKAGES = {
    "gobject": "libglib2.0-0",
    "pango": "libpango-1.0-0",
    "pangoft2": "libpangoft2-1.0-0",
    "harfbuzz": "libharfbuzz0b",
    "fontconfig": "libfontconfig1",
}

_one_at_a_time = threading.Lock()


class PdfUnavailable(Exception):
    """This machine cannot make PDFs; the message names what is missing."""


def pdf_available() -> str | None:
    """None when this machine can make PDFs; otherwise the sentence that names what is missing, for who installs."""
    try:
        _library()
    except OSError as missing:
        return _missing_library(str(missing))
    if absent := sorted(name for name in FONT_URL.findall(STYLE.read_text()) if not (FONTS / name).is_file()):
        return str(_("Mancano i caratteri per i PDF: %(files)s.", files=", ".join(absent)))
    return None


def to_pdf(act: Act) -> bytes:
    """The act as a tagged PDF/UA-1 on A4. The same act gives the same bytes.

    CPU work (some 0.1 s, the first time about a second more): call it from jobs or a thread. Loads nothing from
    anywhere but the act itself and our fonts. Raises ``PdfUnavailable`` where a library or a font is missing.
    """
    if problem := pdf_available():
        raise PdfUnavailable(problem)
    html = to_html(act)
    identifier = hashlib.sha256(html.encode()).digest()[:16]
    with _one_at_a_time:  # Pango's font maps belong to one thread at a time
        style, fonts = _style()
        document = _library().HTML(string=html, url_fetcher=_Fetcher.instance())
        return document.write_pdf(
            stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1", pdf_identifier=identifier
        )


@lru_cache(maxsize=1)
def _library() -> Any:
    """WeasyPrint, imported late: it needs Pango, which a wheel cannot bring, and tells people so on stdout."""
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")  # no fonts on this machine: we bring our own
        import weasyprint
        import weasyprint.text.fonts

    return weasyprint


@lru_cache(maxsize=1)
def _style() -> tuple[Any, Any]:
    """The style sheet and the fonts, read once per process."""
    with _machine_fonts_hidden():
        fonts = _library().text.fonts.FontConfiguration()
    style = _library().CSS(string=STYLE.read_text(), font_config=fonts, url_fetcher=_Fetcher.instance())
    return style, fonts


@contextlib.contextmanager
def _machine_fonts_hidden() -> Iterator[None]:
    """Fontconfig reads this variable when a configuration is made; what it finds then stays.

    A machine's own font must never fill in for ours: acts would differ from one machine to the next.
    """
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(NO_FONTS)
    try:
        yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


class _Fetcher:
    """Answers ``fonts:`` with our font files and ``data:`` with what the act carries; refuses everything else."""

    @staticmethod
    @lru_cache(maxsize=1)
    def instance() -> Any:
        base, answer = _library().URLFetcher, _library().urls.URLFetcherResponse

        class OnlyOurs(base):
            def fetch(self, url: str, headers: Any = None) -> Any:
                if ours := FONT_URL.fullmatch(url):
                    return answer(url, (FONTS / ours[1]).read_bytes(), {"Content-Type": "application/octet-stream"})
                return super().fetch(url, headers)

        return OnlyOurs(allowed_protocols=("data",), fail_on_errors=True)


def _missing_library(message: str) -> str:
    named = LIBRARY_NAME.search(message)
    library = named[1].split("-")[0] if named else message
    package = DEBIAN_PACKAGES.get(library, library)
    return str(
        _(
            "Per fare i PDF manca la libreria di sistema %(library)s. Su Debian: apt-get install %(package)s.",
            library=library,
            package=package,
        )
    )
