"""Genogram and eco-map on the screen: seen, heard, reached by the keyboard, and put right with plain forms."""

import re

from domain.registry.terms.relations import RelationKind
from tests.backoffice.families.conftest import Folder
from tests.support.families import START
from tests.support.html import Page
from tests.support.personas import DAVIDE, FATIMA, ROSA, YOUSSEF


def signs(page: Page) -> dict[str, str]:
    """The signs of the drawing by what they are called, and where they lead."""
    found = page.soup.select("svg .ss-sign")
    titles = [one.select_one("title") for one in found]
    names = [title.get_text() if title else str(one["aria-label"]) for title, one in zip(titles, found, strict=True)]
    return {name: str(one.get("href", "")) for name, one in zip(names, found, strict=True)}


async def test_the_drawing_says_in_words_what_it_shows(folder: Folder) -> None:
    page = await folder.browser.open(f"{folder.davide}/genogramma")
    svg = page.one("svg[role=group]")
    title = page.one(f"#{svg['aria-labelledby']}")
    assert title.get_text() == f"Genogramma di {DAVIDE.full_name}"
    names = signs(page)
    assert len(names) == 4
    davide = next(name for name in names if name.startswith(DAVIDE.full_name))
    assert davide.endswith("è la persona al centro")
    assert names[davide] == folder.davide
    table = [" ".join(row.get_text(" ").split()) for row in page.soup.select("table tbody tr")]
    assert len(table) == 4
    assert any(row.startswith(f"{DAVIDE.full_name} Sposati {FATIMA.full_name} dal 1 gen 2020") for row in table)
    assert "Vivono insieme" in page.text
    assert "Divorziati" not in page.text, "the legend explains only what is drawn"


async def test_nothing_of_the_drawing_is_inline_and_everything_fits_its_frame(folder: Folder) -> None:
    page = await folder.browser.open(f"{folder.davide}/genogramma")
    svg = page.one(".ss-drawing svg")
    assert not page.soup.select(".ss-drawing [style], .ss-drawing script, .ss-drawing style")
    left, top, width, height = (
        int(part) for part in str(svg["viewBox" if svg.has_attr("viewBox") else "viewbox"]).split()
    )
    for text in svg.find_all("text"):
        assert left < int(str(text["x"])) < left + width
        assert top < int(str(text["y"])) < top + height
    assert page.one(".ss-drawing-frame")["tabindex"] == "0"


async def test_a_tie_is_written_corrected_and_ended(folder: Folder) -> None:
    page = await folder.browser.open(f"{folder.davide}/genogramma")
    new = await folder.browser.open(page.link("Scrivi un legame"))
    same = {"one_id": str(folder.family.rosa), "other_id": str(folder.family.rosa), "kind": "conflict"}
    refused = await folder.browser.send(new.form("Scrivi il legame").fill(same))
    assert refused.status == 422
    assert "Scegli due persone diverse" in refused.text
    form = refused.form("Scrivi il legame").fill({"other_id": str(folder.family.davide), "starts_on": str(START)})
    drawn = await folder.browser.send(form)
    assert len(drawn.soup.select(".ss-drawing .ss-line-conflict")) == 1
    row = next(row for row in drawn.soup.select("tbody tr") if "Conflitto" in row.get_text())
    relation = await folder.browser.open(str(row.find("a")["href"]))  # pyright: ignore[reportOptionalSubscript]
    drawn = await folder.browser.send(
        relation.form("Salva la correzione").fill({"kind": "violence", "reason": "È più grave"})
    )
    assert len(drawn.soup.select(".ss-drawing .ss-line-violence")) == 1
    row = next(row for row in drawn.soup.select("tbody tr") if "Violenza" in row.get_text())
    relation = await folder.browser.open(str(row.find("a")["href"]))  # pyright: ignore[reportOptionalSubscript]
    end = await folder.browser.open(relation.link("È finito"))
    drawn = await folder.browser.send(end.form("Chiudi il legame").fill({"last_day": "", "reason": "Non è vero"}))
    assert not drawn.soup.select(".ss-drawing .ss-line-violence")


async def test_a_school_stands_in_the_eco_map_without_a_record(folder: Folder) -> None:
    page = await folder.browser.open(f"{folder.davide}/ecomappa")
    new = await folder.browser.open(page.link("Aggiungi chi non ha una scheda"))
    form = new.form("Aggiungi al disegno").fill({"name": "Scuola media", "kind": "school"})
    refused = await folder.browser.send(form)
    assert refused.status == 422
    form = refused.form("Aggiungi al disegno").fill({"relation": "close", "to_id": str(folder.family.youssef)})
    drawn = await folder.browser.send(form)
    assert "Scuola media, Scuola" in signs(drawn)
    assert len(drawn.soup.select(".ss-drawing .ss-line-close")) == 1
    edit = await folder.browser.open(drawn.link("Correggi Scuola media"))
    done = await folder.browser.send(
        edit.form("Salva la correzione").fill(
            {"name": "Liceo", "death_year": "nessuno", "reason": "Ha cambiato scuola"}
        )
    )
    assert done.status == 422
    done = await folder.browser.send(edit.form("Salva la correzione").fill({"name": "Liceo", "reason": "Ha cambiato"}))
    assert done.status == 200
    again = await folder.browser.open(f"{folder.davide}/ecomappa")
    assert "Liceo, Scuola" in signs(again)


async def test_a_hidden_person_leaves_no_trace_in_the_drawing(folder: Folder) -> None:
    await folder.family.relate(folder.family.davide, RelationKind.CONFLICT, folder.family.rosa)
    await folder.family.hide(folder.family.rosa)
    page = await folder.browser.open(f"{folder.davide}/genogramma")
    assert {name.split(",")[0] for name in signs(page)} == {DAVIDE.full_name, FATIMA.full_name, YOUSSEF.full_name}
    assert not re.search(ROSA.family_name, page.answer.text)
    assert not page.soup.select(".ss-line-conflict")
    assert len(page.soup.select("tbody tr")) == 3
