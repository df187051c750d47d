"""Names and explanations of the files people send."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.documents.rules.file_names import LONGEST, safe_name
from domain.documents.rules.file_problems import FileProblem, explain
from domain.documents.rules.intake_limits import IntakeLimits
from domain.documents.rules.pdf_surface import unfolds_beyond


@pytest.mark.parametrize(
    "claimed, extension, expected",
    [
        ("ISEE 2026.PDF", "pdf", "ISEE 2026.pdf"),
        ("C:\\Users\\maria\\carta d'identità.jpeg", "jpg", "carta d'identità.jpg"),
        ("../../etc/passwd", "pdf", "passwd.pdf"),
        ("fattura.pdf.exe", "pdf", "fattura.pdf"),
        ("delega.pdf.p7m", "p7m", "delega.pdf.p7m"),
        ("delega.p7m", "p7m", "delega.p7m"),
        ("foto\u202egpj.exe", "jpg", "foto gpj.jpg"),
        ("", "pdf", "documento.pdf"),
        (".pdf", "pdf", "documento.pdf"),
        ("...", "jpg", "documento.jpg"),
        ('a"b\r\nSet-Cookie: x.pdf', "pdf", "a b Set-Cookie x.pdf"),
        ("довідка.heic", "jpg", "довідка.jpg"),
    ],
)
def test_a_name_is_cleaned(claimed: str, extension: str, expected: str) -> None:
    assert safe_name(claimed, extension) == expected


@given(claimed=st.text(max_size=300), extension=st.sampled_from(["pdf", "jpg", "p7m"]))
def test_any_name_becomes_a_safe_one(claimed: str, extension: str) -> None:
    name = safe_name(claimed, extension)
    assert name.endswith(f".{extension}")
    assert len(name) <= LONGEST + len(".pdf.p7m")
    assert not re.search(r'[<>:"|?*%\\/]', name)
    assert not any(unicodedata.category(letter).startswith("C") for letter in name)
    assert not name.startswith(".")


@pytest.mark.parametrize("problem", FileProblem)
def test_every_problem_is_explained_in_short_sentences(problem: FileProblem) -> None:
    sentence = str(explain(problem, IntakeLimits()))
    assert "%(" not in sentence
    assert all(len(part.split()) <= 20 for part in re.split(r"[.:]\s", sentence))


@given(st.binary(max_size=500))
def test_bytes_without_a_packed_stream_never_unfold(content: bytes) -> None:
    assert not unfolds_beyond(content.replace(b"stream", b"").replace(b"/Filter", b""), 0)
