"""Templates: nothing inline, nothing literal, nothing unused, nothing from elsewhere, no form without its token."""

from pathlib import Path

import pytest

from tests.support.rules import template_rules, template_text
from tests.support.rules.source import ROOT, at_least, house, nothing, plant, read_sources
from tests.support.rules.template_tree import Template, parse, read_templates

PLACES = ("portal", "backoffice", "web", "domain")
GOOD = """{% extends "layout/base.html" %}
{% block title %}{{ _("Le tue domande") }}{% endblock %}
{% block content %}
{% set first = rows[0] %}
<h1 class="{{ 'open' if is_open else 'closed' }}">
{% trans n=rows|length %}Hai {{ n }} domanda{% pluralize %}Hai {{ n }} domande{% endtrans %}</h1>
<form method="post" action="/domande"{% if wide %} class="wide"{% endif %}>{{ ui.csrf() }}
{{ ui.field(form, "need", label=_("Bisogno"), kind="text") }}
<button title="{{ _('Invia') }}">{{ _("Invia la domanda") }}</button></form>
<form method="get"><input type="hidden" name="q"></form>
<a href="tel:112" lang="it">112</a> <a href="mailto:{{ office.email }}">{{ office.email }}</a> · 8.400 € PDF
<a href="https://form.agid.gov.it/view/1">{{ _("Dichiarazione di accessibilità") }}</a>
<script src="{{ asset('portal.js') }}" defer></script>
<script type="application/ld+json">{"@type": "GovernmentService"}</script>
{% endblock %}
"""


@pytest.fixture(scope="module")
def real() -> list[Template]:
    """Every template of the project."""
    found = read_templates(ROOT, PLACES)
    at_least(15, found, "templates")
    return found


RULES = {
    "top_level_names": template_rules.top_level_names,
    "inline_code": template_rules.inline_code,
    "literal_text": template_text.literal_text,
    "other_hosts": template_rules.other_hosts,
    "forms_without_csrf": template_rules.forms_without_csrf,
    "unused_macros": template_rules.unused_macros,
}

BAD = {
    "top_level_names": [
        "{% set title = 1 %}{% block a %}{% endblock %}",
        '{% import "x.html" as x %}',
        '{% from "x.html" import y %}',
        "{% set a %}b{% endset %}",
    ],
    "inline_code": [
        "<script>go()</script>",
        "<style>p{}</style>",
        '<p style="color:red"></p>',
        '<a onclick="go()"></a>',
        "<a{{ x }} onClick='go()'></a>",
        '<a hx-on:click="go()"></a>',
        '<a data-hx-on:click="go()"></a>',
        '<a href="javascript:go()"></a>',
        '<a hx-vals="js:{a: 1}"></a>',
        '{% trans %}Ciao <b style="x">tu</b>{% endtrans %}',
        "{{ ui.button(attributes={'onclick': 'go()'}) }}",
        "{{ ui.button(hx_on_click='go()') }}",
    ],
    "literal_text": [
        "<p>Ciao</p>",
        "<p>{{ x }} euro</p>",
        '<img alt="Stemma">',
        '<input type="submit" value="Invia">',
        '<meta name="description" content="Servizi">',
        "<p>{{ 'aperta' if x else y }}</p>",
        "<p>{{ name or 'nessuno' }}</p>",
        "<p>{{ name|default('nessuno') }}</p>",
        "<p>{{ 'Totale: ' ~ x }}</p>",
        "<p title=\"{{ x or 'chiusa' }}\"></p>",
        '{{ ui.button("Invia la domanda") }}',
        '{{ ui.field("need", label="bisogno") }}',
        '{% block a %}{% set x = "Novità" %}{% endblock %}',
        "{% macro m(label='Cerca') %}{% endmacro %}",
        "{% if a %}<b>{% else %}Niente{% endif %}",
    ],
    "other_hosts": [
        '<img src="https://example.org/a.png">',
        '<a href="//example.org">{{ x }}</a>',
        "<link href='http://example.org/{{ x }}'>",
        '{% trans %}Vai al <a href="https://example.org">sito</a>{% endtrans %}',
        '<form action="https://example.org/form.agid.gov.it/">{{ x }}</form>',
    ],
    "forms_without_csrf": [
        '<form method="post"></form>{{ ui.csrf() }}',
        "<form method=POST>{{ ui.field() }}</form>",
        '<form method="{{ method }}"></form>',
    ],
}


@pytest.mark.parametrize("rule", RULES)
def test_the_templates_keep_the_rule(rule: str, real: list[Template]) -> None:
    nothing(RULES[rule](real))


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in BAD.items() for text in texts])
def test_a_planted_template_breaks_the_rule(rule: str, text: str) -> None:
    assert len(RULES[rule]([parse("portal/home/show.html", text)])) == 1


@pytest.mark.parametrize("rule", BAD)
def test_a_good_template_keeps_the_rule(rule: str) -> None:
    nothing(RULES[rule]([parse("portal/home/show.html", GOOD)]))


def test_a_finding_names_the_line() -> None:
    found = template_text.literal_text([parse("portal/a.html", "<p>\n{{ x }}\n</p>\n<p>\n  Ciao\n</p>")])
    assert found == ["portal/a.html:5: literal text: 'Ciao'"]


def test_components_and_partials_may_import() -> None:
    text = '{% import "x.html" as x %}'
    nothing(template_rules.top_level_names([parse("web/components/a.html", text), parse("portal/a/_row.html", text)]))


def test_every_template_is_used(real: list[Template]) -> None:
    nothing(template_rules.unused(real, house()))


def test_a_planted_unused_template_is_found(tmp_path: Path) -> None:
    plant(tmp_path, "portal/home/show.html", '{% extends "layout/base.html" %}{% include "home/_row.html" %}')
    for name in ("layout/base.html", "home/_row.html", "home/forgotten.html", "errors/404.html"):
        plant(tmp_path, f"portal/{name}", "")
    plant(
        tmp_path,
        "portal/home/controller.py",
        'page(request, "home/show.html")\npage(request, f"errors/{status}.html")\n',
    )
    found = template_rules.unused(read_templates(tmp_path, ["portal"]), read_sources(tmp_path, ["portal"]))
    assert found == ["portal/home/forgotten.html:1: no handler and no template names home/forgotten.html"]


def test_a_planted_unused_macro_is_found() -> None:
    kit = parse("web/components/a.html", "{% macro a() %}{% endmacro %}{% macro b() %}{{ ui.a() }}{% endmacro %}")
    assert [line.split(" ")[-1] for line in template_rules.unused_macros([kit])] == ["ui.b()"]
    nothing(template_rules.unused_macros([kit, parse("portal/a.html", "{{ ui.b() }}")]))


def test_a_template_that_does_not_parse_is_an_error(tmp_path: Path) -> None:
    plant(tmp_path, "portal/a.html", "{% if %}")
    with pytest.raises(Exception, match="Expected an expression"):
        read_templates(tmp_path, ["portal"])
