"""Nothing a person reads or hears is outside translation: pages are rendered in a language that does not exist."""

from string import ascii_letters

import pytest
from babel.messages.catalog import Catalog
from jinja2 import DictLoader, Environment
from jinja2.ext import InternationalizationExtension

from domain.kernel.text import Text
from locales import update
from tests.support.rules.pseudo_locale import (
    CLOSE,
    OPEN,
    PseudoTranslations,
    letters_outside_brackets,
    pseudo,
    speak_pseudo,
)
from tests.support.rules.source import ROOT, at_least, nothing
from tests.support.rules.template_tree import Reader, Template, messages, read_templates
from web import locale as web_locale


def render(text: str, **values: object) -> str:
    """A template in the pseudo-locale."""
    made = Environment(loader=DictLoader({"a": text}), extensions=["jinja2.ext.i18n"], autoescape=True)
    made.install_gettext_translations(PseudoTranslations(), newstyle=True)  # type: ignore[attr-defined]
    assert InternationalizationExtension.identifier in made.extensions
    return made.get_template("a").render(**values)


def test_a_sentence_is_bracketed_and_a_good_deal_longer() -> None:
    assert pseudo("Invia la domanda").startswith(f"{OPEN}Invia la domanda·")
    assert len(pseudo("Invia la domanda")) >= 16 * 1.4
    assert not set("·" + OPEN + CLOSE) & set(ascii_letters)


def test_both_sites_speak_it_for_the_length_of_a_test(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        speak_pseudo(patched)
        said = [web_locale.sentence(Text("Ciao")), web_locale.gettext("Ciao"), web_locale.ngettext("Ciao", "Salve", 1)]
        assert said == [pseudo("Ciao")] * 3
    assert web_locale.gettext("Ciao") == "Ciao"


GOOD = [
    "<p>{{ _('Ciao') }}</p>",
    "<p>{{ ngettext('%(num)s giorno', '%(num)s giorni', 3) }}</p>",
    "<p>{{ pgettext('mese', 'Marzo') }}</p>",
    "<p>{% trans who=name %}Ciao <b>{{ who }}</b>, a dopo{% endtrans %}</p>",
    "<p>{{ _('Ciao %(who)s', who=_('a tutti')) }}, 3/4 · 8.400 €</p>",
    "<bdi>{{ name }}</bdi><time>lunedì</time><span translate='no'>RSSMRA</span>",
    '<a lang="ar" title="x">العربية</a><script>var a</script><textarea>Testo mio</textarea>',
    '<input value="Bianchi"><input type="submit" value="{{ _(\'Invia\') }}"><img alt="{{ _(\'Stemma\') }}">',
    "<svg><use href='#a'/></svg><br><p>{{ _('Ciao') }}</p>",
]
BAD = {
    "<p>Ciao</p>": ["Ciao"],
    "<p>{{ _('Ciao') }} a tutti</p>": ["a tutti"],
    "<p>{{ name }}</p>": ["Ada Prova"],
    '<img alt="Stemma">': ["Stemma"],
    '<input type="submit" value="Invia">': ["Invia"],
    '<meta name="description" content="Servizi">': ["Servizi"],
    "<button aria-label='Chiudi'>{{ _('Chiudi') }}</button>": ["Chiudi"],
    "<bdi>{{ name }}</bdi> abita qui": ["abita qui"],
    "<svg><use href='#a'/></svg><br>Ciao": ["Ciao"],
    '<html lang="ar"><p lang="ar">مرحبا</p></html>': ["مرحبا"],
}


@pytest.mark.parametrize("text", GOOD)
def test_translated_text_and_data_pass(text: str) -> None:
    assert letters_outside_brackets(render(text, name="Ada Prova")) == []


@pytest.mark.parametrize("text", BAD)
def test_planted_literal_text_is_found(text: str) -> None:
    assert letters_outside_brackets(render(text, name="Ada Prova")) == BAD[text]


def test_what_the_test_itself_put_on_the_page_may_be_named() -> None:
    assert letters_outside_brackets("<p>Ada Prova Verdi</p>", known=["Ada", "Ada Prova Verdi"]) == []


def test_a_sentence_with_markup_closes_what_it_opens() -> None:
    """A bracket that a sentence opens must close after it: an unclosed tag in a msgid would hide what follows."""
    found: list[str] = []
    templates: list[Template] = read_templates(ROOT, ["portal", "backoffice", "web"])
    sentences = [(t, line, text) for t in templates for line, text in messages(t)]
    at_least(50, sentences, "sentences in templates")
    for template, line, text in sentences:
        reader = Reader(text)
        opened = sorted(tag.name for tag in reader.tags if tag.name not in ("br", "img"))
        if opened != sorted(name for name, _at in reader.ends):
            found.append(template.at(line, f"opens what it does not close: {text[:60]!r}"))
    nothing(found)


def test_no_sentence_holds_the_brackets_of_the_pseudo_locale() -> None:
    catalog: Catalog = update.extract(ROOT)
    sentences = [str(m.id) for m in update.messages(catalog)]
    at_least(100, sentences, "sentences")
    nothing([text for text in sentences if OPEN in text or CLOSE in text])
