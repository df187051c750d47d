"""The words of messages: tags, services that an SMS never names, and how long an SMS is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.correspondence.rules.shipped_words import ONLY_THAT, SHIPPED
from domain.correspondence.rules.sms_length import sms_length
from domain.correspondence.rules.wording import Words, fill, problems
from domain.correspondence.terms.occasions import WRITTEN, Occasion, tags_of
from domain.kernel.languages import LANGUAGES
from domain.kernel.tagged import paragraphs_of, tags_in
from domain.platform.language import say

LONG_ADDRESS = "https://servizi.comune-di-una-citta.example/area-personale/messaggi"


@pytest.mark.parametrize("occasion", WRITTEN)
def test_the_shipped_words_keep_the_rules_that_an_ente_must_keep(occasion: Occasion) -> None:
    start = SHIPPED[occasion]
    for language in LANGUAGES:
        lines = tuple(say(one, language.code) for one in start.paragraphs)
        words = Words(say(start.subject, language.code), lines, say(start.short, language.code))
        assert problems(occasion, words, ["Aiuto a casa", "Contributo per l'affitto"]) == {}, language.code


@pytest.mark.parametrize("occasion", WRITTEN)
def test_the_shipped_sms_fits_in_one(occasion: Occasion) -> None:
    text = fill(Words("", (), str(SHIPPED[occasion].short)), {"ente": "Comune di Prova", "link": LONG_ADDRESS}).short
    assert (sms_length(text).parts, sms_length(text).is_gsm) == (1, True)
    assert sms_length(str(ONLY_THAT)).parts == 1


def test_a_tag_that_does_not_exist_and_one_that_is_missing_are_told() -> None:
    words = Words("Ciao {nome}", ("Manda tutto.",), "Entro {entro}")
    found = problems(Occasion.INTEGRATION_REQUESTED, words, [])
    assert set(found) == {"subject", "body", "short"}
    assert found["subject"].values == {"name": "nome"}
    assert found["body"].values == {"name": "entro"}


def test_a_brace_without_its_companion_is_told() -> None:
    found = problems(Occasion.STATE_CHANGED, Words("Novità", ("Leggi {link",), ""), [])
    assert list(found) == ["body"]


@pytest.mark.parametrize("text", ["La domanda di AIUTO A CASA va avanti", "aiuto a casa: leggi {link}"])
def test_an_sms_that_names_a_service_is_refused(text: str) -> None:
    found = problems(Occasion.STATE_CHANGED, Words("Novità", ("Ciao.",), text), ["Nido", "Aiuto a casa"])
    assert found["short"].values == {"name": "Aiuto a casa"}


@given(st.text(), st.dictionaries(st.sampled_from(["ente", "link", "entro"]), st.text(), min_size=3))
def test_filling_leaves_no_tag_and_adds_nothing_else(value: str, tags: dict[str, str]) -> None:
    words = fill(Words("{ente}", ("a {link} b {entro}",), "{ link }"), tags)
    assert words == Words(tags["ente"], (f"a {tags['link']} b {tags['entro']}",), tags["link"])
    assert tags_in("{ente} " + value.replace("{", "")) == ["ente"]


@given(
    st.lists(st.text(st.characters(blacklist_characters="\r\n", blacklist_categories=("Cs", "Zs", "Cc")), min_size=1))
)
def test_an_empty_line_parts_paragraphs(lines: list[str]) -> None:
    assert paragraphs_of("\n\n".join(lines)) == tuple(one.strip() for one in lines if one.strip())


@pytest.mark.parametrize(
    ("text", "characters", "parts", "is_gsm"),
    [
        ("", 0, 1, True),
        ("è" * 160, 160, 1, True),
        ("a" * 161, 161, 2, True),
        ("a" * 306, 306, 2, True),
        ("a" * 307, 307, 3, True),
        ("{" * 80, 160, 1, True),
        ("€" * 81, 162, 2, True),
        ("ș" * 70, 70, 1, False),
        ("ș" * 71, 71, 2, False),
        ("رسالة", 5, 1, False),
        ("😀", 2, 1, False),
    ],
)
def test_an_sms_is_counted_as_telephones_do(text: str, characters: int, parts: int, is_gsm: bool) -> None:
    found = sms_length(text)
    assert (found.characters, found.parts, found.is_gsm) == (characters, parts, is_gsm)


def test_every_occasion_has_words_and_knows_its_tags() -> None:
    assert set(SHIPPED) == set(WRITTEN)
    for occasion, start in SHIPPED.items():
        found = {tag for one in (start.subject, *start.paragraphs, start.short) for tag in tags_in(one.msgid)}
        assert found <= set(tags_of(occasion))
