"""Nothing that somebody wrote becomes markup in an act, and nothing is loaded from anywhere."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.platform.pdf import engine
from domain.platform.pdf.act import Act, Ente, Facts, Heading, Items, Note, PageWords, Paragraph, QrCode, Stamp, Table
from domain.platform.pdf.engine import to_pdf
from domain.platform.pdf.markup import to_html

ENTE = Ente("Comune di Valdombra", ("Ufficio servizi sociali",))
HOSTILE = '</p><img src="file:///etc/passwd"><script>x</script><style>@import "http://example.org"</style>&amp;"\''


@given(text=st.one_of(st.just(HOSTILE), st.text(max_size=80)))
def test_no_text_becomes_markup(text: str) -> None:
    html = to_html(
        Act(
            text,
            "it",
            Ente(text, [text]),
            [
                Heading(text),
                Paragraph(text, "ar"),
                Facts([(text, text)]),
                Items([text]),
                Table([text], [[text]]),
                Note(text),
                Stamp(text, text, text),
                QrCode("x", text),
            ],
            page_words=PageWords(text, text, text),
        )
    )
    without = to_html(
        Act(
            "",
            "it",
            Ente("", [""]),
            [
                Heading(""),
                Paragraph("", "ar"),
                Facts([("", "")]),
                Items([""]),
                Table([""], [[""]]),
                Note(""),
                Stamp("", "", ""),
                QrCode("x", ""),
            ],
            page_words=PageWords("", "", ""),
        )
    )
    assert re.findall("<[^>]*>", re.sub(r'alt="[^"]*"|<br>', "", html)) == re.findall(
        "<[^>]*>", re.sub(r'alt="[^"]*"', "", without)
    )


@settings(max_examples=15, deadline=None)
@given(text=st.text(max_size=60))
def test_any_text_can_be_printed(text: str) -> None:
    assert to_pdf(Act(text, "it", ENTE, [Paragraph(text)])).startswith(b"%PDF-")


def test_nothing_is_loaded_from_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        engine, "to_html", lambda _act: '<html lang="it"><title>x</title><img src="file:///etc/hostname">'
    )
    with pytest.raises(BaseException, match="file:///etc/hostname"):
        to_pdf(Act("x", "it", ENTE, []))


def test_a_logo_that_could_call_for_more_is_refused() -> None:
    with pytest.raises(ValueError, match="PNG or JPEG"):
        Ente("Comune", (), b"<svg/>")


def test_a_table_with_uneven_rows_is_refused() -> None:
    with pytest.raises(ValueError, match="as many cells"):
        Table(["a", "b"], [["only one"]])
