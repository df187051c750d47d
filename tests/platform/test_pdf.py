"""Printed acts: readable by eyes and by screen readers, in every language, on any machine."""

import json
import logging
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from domain.platform.pdf import engine
from domain.platform.pdf.act import (
    Act,
    Block,
    Ente,
    Facts,
    Heading,
    Items,
    Note,
    PageWords,
    Paragraph,
    QrCode,
    Stamp,
    Table,
)
from domain.platform.pdf.engine import PdfUnavailable, pdf_available, to_pdf

ROOT = Path(__file__).resolve().parents[2]
ENTE = Ente("Comune di Valdombra", ("Ufficio servizi sociali", "Via dei Tigli 4"))
SENTENCES = {
    "it": "Abbiamo ricevuto la tua domanda: è già protocollata. Costa 0 €",
    "ro": "Am primit cererea ta și o citim în curând, împreună",
    "sq": "Kërkesa jote është pranuar dhe çështja vazhdon",
    "uk": "Ми отримали вашу заяву. Її вже зареєстровано, ґанок, Європа",
    "el": "Λάβαμε την αίτησή σας",
    "ar": "نوفمبر رقم البروتوكول ماذا يحدث الآن لقد استلمنا طلبك للمساعدة خلال أيام بيت تخت ثقة شيء",
    "zh-Hans": "我们已收到您的居家照护申请。陳喆堃、張龑",
}
ALONE = """
import json, logging, sys
from pathlib import Path
from domain.platform.pdf.act import *
from domain.platform.pdf.engine import to_pdf
logging.basicConfig(level="WARNING", stream=sys.stderr)
folder = Path(sys.argv[1])
for language, text in json.loads(sys.argv[2]).items():
    act = Act(text, language, Ente("Comune"), [Paragraph(text)], "rtl" if language == "ar" else "ltr")
    (folder / language).write_bytes(to_pdf(act))
"""


def logo() -> bytes:
    made = BytesIO()
    Image.new("RGB", (40, 40), "navy").save(made, "PNG")
    return made.getvalue()


def act(*blocks: Block, title: str = "Ricevuta", language: str = "it", ente: Ente = ENTE) -> Act:
    return Act(title, language, ente, blocks, "rtl" if language == "ar" else "ltr")


def readable_letters(made: bytes, weight: str = "") -> set[str]:
    """The letters that the glyphs of a PDF (in fonts of this weight) say they stand for: what a screen reader knows."""
    letters: set[str] = set()
    with pikepdf.open(BytesIO(made)) as pdf:
        for thing in pdf.objects:
            if (
                isinstance(thing, pikepdf.Dictionary)
                and "/ToUnicode" in thing
                and (not weight or str(thing.BaseFont).endswith("-Bold") == (weight == "Bold"))
            ):
                targets = re.findall(rb"<[0-9a-fA-F]+> <([0-9a-fA-F]+)>", thing.ToUnicode.read_bytes())
                letters.update("".join(bytes.fromhex(target.decode()).decode("utf-16-be") for target in targets))
    return letters


def roles(made: bytes) -> list[str]:
    with pikepdf.open(BytesIO(made)) as pdf:
        return [
            str(thing.S)
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/StructElem"
        ]


@pytest.fixture(scope="module")
def made_without_fonts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the acts that a machine without a single font made; no glyph was missing."""
    folder = tmp_path_factory.mktemp("acts")
    config = folder / "fonts.conf"
    config.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
        f"<fontconfig><cachedir>{folder}</cachedir></fontconfig>"
    )
    run = subprocess.run(
        [sys.executable, "-c", ALONE, str(folder), json.dumps(SENTENCES)],
        capture_output=True,
        check=True,
        env={**os.environ, "FONTCONFIG_FILE": str(config), "PYTHONPATH": str(ROOT)},
    )
    assert run.stderr == b""
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("language", SENTENCES)
def test_every_language_can_be_read_on_a_machine_without_fonts(language: str, made_without_fonts: Path) -> None:
    made, sentence = (made_without_fonts / language).read_bytes(), SENTENCES[language]
    for weight in ("Bold", "Regular"):  # the title and the paragraph, both the whole sentence
        assert set(sentence) - {" "} <= readable_letters(made, weight)
    with pikepdf.open(BytesIO(made)) as pdf:
        fonts = [
            thing
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"
        ]
        assert fonts
        assert all("/FontFile2" in font and "Sportello" in str(font.FontName) for font in fonts)


@pytest.mark.slow
@pytest.mark.parametrize("language", SENTENCES)
def test_fonts_of_the_machine_make_no_difference(language: str, made_without_fonts: Path) -> None:
    sentence = SENTENCES[language]
    here = Act(sentence, language, Ente("Comune"), [Paragraph(sentence)], "rtl" if language == "ar" else "ltr")
    assert to_pdf(here) == (made_without_fonts / language).read_bytes()


@pytest.mark.parametrize("family", ["TitilliumWeb", "NotoSans", "NotoSansSC", "Vazirmatn"])
def test_both_weights_of_a_family_cover_the_same_letters(family: str) -> None:
    files = [next(engine.FONTS.glob(f"{family}-{weight}.*")) for weight in ("Regular", "Bold")]
    regular, bold = (set(TTFont(file).getBestCmap() or {}) for file in files)
    assert regular == bold
    assert len(regular) > 300


def test_a_letter_that_no_font_of_ours_has_is_not_taken_from_the_machine(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        made = to_pdf(act(Paragraph("ქართული")))
    assert "unsupported by fonts" in caplog.text
    with pikepdf.open(BytesIO(made)) as pdf:
        names = [
            str(thing.FontName)
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and "/FontName" in thing
        ]
    assert all("Sportello" in name for name in names)


def test_an_act_claims_pdf_ua_with_title_and_language() -> None:
    with pikepdf.open(BytesIO(to_pdf(act(title="Ricevuta & copia <1>", language="it")))) as pdf:
        assert str(pdf.Root.Lang) == "it"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "Ricevuta & copia <1>"
        assert [round(float(side) / 72 * 25.4) for side in pdf.pages[0].mediabox[2:]] == [210, 297]


def test_every_block_has_its_role_for_a_screen_reader(caplog: pytest.LogCaptureFixture) -> None:
    everything = act(
        Stamp("Protocollo n.", "2026/1", "22 novembre 2026"),
        Heading("Ora"),
        Heading("Poi", 3),
        Paragraph("Testo"),
        Paragraph("Testo di legge", "it"),
        Facts([("Nome", "Maria\nRossi")]),
        Items(["uno", "due"]),
        Items(["primo"], numbered=True),
        Table(["A", "B"], [["a", "b"]]),
        Note("Attenzione"),
        QrCode("https://example.org/d/1", "Segui la domanda"),
        ente=Ente("Comune", ("Via",), logo()),
    )
    with caplog.at_level(logging.WARNING):
        found = roles(to_pdf(everything))
    assert not caplog.records
    for role in ("/H1", "/H2", "/H3", "/P", "/L", "/LI", "/Table", "/TH", "/TD", "/Figure"):
        assert role in found, role
    assert found.count("/Figure") == 2
    assert found.count("/H1") == 1


def test_figures_have_words() -> None:
    made = to_pdf(act(QrCode("https://example.org/", "Segui la domanda"), ente=Ente("Comune di Alta", (), logo())))
    with pikepdf.open(BytesIO(made)) as pdf:
        words = {str(thing.Alt) for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and "/Alt" in thing}
    assert words == {"Comune di Alta", "Segui la domanda"}


def test_long_acts_have_numbered_pages_with_the_words_given() -> None:
    long = Act("Atto", "it", ENTE, [Paragraph("Una frase. " * 60)] * 30, page_words=PageWords("Foglio", "ŵ", "ẃ"))
    made = to_pdf(long)
    with pikepdf.open(BytesIO(made)) as pdf:
        assert len(pdf.pages) > 2
    assert {"ŵ", "ẃ"} <= readable_letters(made)


def test_the_same_act_gives_the_same_bytes_also_from_several_threads() -> None:
    acts = [act(Paragraph(f"Numero {number}")) for number in (1, 2)] * 3
    with ThreadPoolExecutor(3) as pool:
        made = list(pool.map(to_pdf, acts))
    assert made[0] == made[2] == made[4]
    assert made[1] == made[3] == made[5] != made[0]


def test_missing_fonts_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert pdf_available() is None
    monkeypatch.setattr(engine, "FONTS", tmp_path)
    problem = pdf_available()
    assert problem is not None
    assert "Vazirmatn-Regular.ttf" in problem
    with pytest.raises(PdfUnavailable, match="Vazirmatn"):
        to_pdf(act())


@pytest.mark.slow
@pytest.mark.parametrize("library, package", [("pango", "libpango-1.0-0"), ("fontconfig", "libfontconfig1")])
def test_a_missing_system_library_is_named_with_its_package(library: str, package: str) -> None:
    without = f"""
import cffi
real = cffi.FFI.dlopen
def dlopen(self, name, flags=0):
    if {library!r} + "-1" in name or {library!r} + ".so" in name or name == {library!r}:
        raise OSError(f"cannot load library '{{name}}': not found")
    return real(self, name, flags)
cffi.FFI.dlopen = dlopen
from domain.platform.pdf.engine import pdf_available
print(pdf_available())
"""
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", without],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    sentence = f"Per fare i PDF manca la libreria di sistema {library}. Su Debian: apt-get install {package}."
    assert run.stdout.strip() == sentence
