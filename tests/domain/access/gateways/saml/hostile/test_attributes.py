"""What is said about the person: missing, doubled, nested, empty, over-long or impossible."""

import pytest

from domain.access.terms import Way
from tests.domain.access.gateways.saml.answering import NOW, RIGHT, US, Case, asked_of, assert_refused, made, sentences
from tests.support.saml.edits import both, double, drop, empty, insert, put, rename
from tests.support.saml.messages import PERSON, SAML, answer_to
from tests.support.saml.provider import AnsweringProvider

STATEMENT = "saml:Assertion/saml:AttributeStatement"
FIRST = f"{STATEMENT}/saml:Attribute"
VALUE = f"{FIRST}/saml:AttributeValue"
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
LAURA = "<saml:Attribute Name='{}'><saml:AttributeValue>{}</saml:AttributeValue></saml:Attribute>"

SHAPES = [
    Case("no statement", before=drop(STATEMENT)),
    Case("an empty statement", before=empty(STATEMENT)),
    Case("two statements", before=double(STATEMENT)),
    Case("an encrypted attribute", before=insert(STATEMENT, "<saml:EncryptedAttribute/>")),
    Case("something unknown", before=insert(STATEMENT, "<other/>")),
    Case("an attribute without name", before=put(FIRST, "Name", None)),
    Case("an attribute with an empty name", before=put(FIRST, "Name", "")),
    Case("an attribute without value", before=drop(VALUE)),
    Case("an attribute with two values", before=double(VALUE)),
    Case(
        "an unused attribute with two values",
        before=insert(STATEMENT, LAURA.format("x", "</saml:AttributeValue><saml:AttributeValue>")),
    ),
    Case("an attribute twice", before=double(FIRST)),
    Case("an attribute twice, once with blanks", before=insert(STATEMENT, LAURA.format(" name ", "Laura"))),
    Case(
        "an attribute twice with two values",
        before=insert(STATEMENT, LAURA.format("fiscalNumber", "TINIT-BNCLRA85A41H501W")),
    ),
    Case("an unused attribute twice", before=both(*[insert(STATEMENT, LAURA.format("x", "y"))] * 2)),
    Case("an attribute within a value", before=insert(VALUE, LAURA.format("name", "Laura"))),
    Case("an element within a value", before=insert(VALUE, "<b/>")),
    Case("an element within an unused value", before=insert(STATEMENT, LAURA.format("x", "<b/>"))),
    Case("a value declared empty", before=put(VALUE, f"{XSI}nil", "true")),
    Case("a value of no namespace", before=rename(VALUE, "AttributeValue")),
    Case("an attribute of no namespace", before=rename(FIRST, "Attribute")),
    Case("an attribute of another namespace", before=rename(FIRST, "{urn:oasis:names:tc:SAML:1.0:assertion}Attribute")),
    Case("an over-long unused value", before=insert(STATEMENT, LAURA.format("x", "y" * 1025))),
    Case("an attribute in the place of another", before=put(FIRST, "Name", "fiscalnumber")),
    Case(
        "text between attributes",
        before=insert(STATEMENT, LAURA.format("x", "</saml:AttributeValue>Laura<saml:AttributeValue>")),
    ),
]

VALUES = {
    "fiscalNumber": [
        "",
        "TINIT-",
        "RSSMRA80A41H501Y",
        "TINIT RSSMRA80A41H501Y",
        "TINDE-RSSMRA80A41H501Y",
        "VATIT-01234567890",
        "TINIT-TINIT-RSSMRA80A41H501Y",
        "TINIT-RSSMRA80A41H501",
        "TINIT-RSSMRA80A41H501YY",
        "TINIT-RSSMRA80A41H501Y TINIT-BNCLRA85A41H501W",
        "TINIT-RSSMRA80A41H501Y\nBNCLRA85A41H501W",
        "TINIT-1234567890",
        "TINIT-123456789012",
        "TINIT-RSSMRA80A41H501\u00dd",
        "TINIT-R\u017fSMRA80A41H501Y",
        "T\u0131NIT-RSSMRA80A41H501Y",
        "TINIT-\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669\u0660\u0661",
        "TINIT-RSSMRA80A41H501Y'--",
        "TINIT-RSSMRA80A41\u200bH501Y",
        "x" * 2000,
    ],
    "name": ["", "   ", "\n", "x" * 201, "Ma\u202eria", "Ma\u200bria", "x" * 2000],
    "familyName": ["", "\u00a0", "x" * 201, "Ros\u0085\u200esi"],
    "dateOfBirth": [
        "",
        "1980",
        "19800101",
        "1980-W01-1",
        "1980-1-1",
        "01-01-1980",
        "1980-01-01T00:00:00Z",
        "1980-01-01+01:00",
        "1980-02-30",
        "0000-01-01",
        "1700-01-01",
        "2030-01-01",
        "9999-12-31",
        "\u0661\u0669\u0668\u0660-01-01",
    ],
}


@sentences(SHAPES)
def test_attributes_with(case: Case) -> None:
    told = assert_refused(made(RIGHT, before=case.before))
    assert "signature" not in told.reason


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in VALUES.items() for value in values])
def test_a_value_that_cannot_be(name: str, value: str) -> None:
    assert_refused(made(RIGHT.but(attributes={**PERSON, name: value})))


@pytest.mark.parametrize("name", ["fiscalNumber", "name", "familyName", "dateOfBirth"])
def test_without_what_is_needed_nobody_comes_in(name: str) -> None:
    assert_refused(made(RIGHT.but(attributes={known: value for known, value in PERSON.items() if known != name})))


def test_another_set_of_attributes() -> None:
    assert_refused(made(RIGHT.but(attributes={"spidCode": "AGID-001", "address": "via Test"})))


@pytest.mark.parametrize("identifier", [None, "", "ES IT 1", "ES/IT/\u200b1", "x" * 257])
def test_people_of_other_countries_need_their_identifier(identifier: str | None) -> None:
    node = AnsweringProvider("https://node.example.it", way=Way.EIDAS)
    asked = asked_of(node)
    attributes = {**PERSON, "spidCode": identifier}
    kept = {name: value for name, value in attributes.items() if value is not None}
    assert_refused(made(answer_to(asked, US, NOW).but(attributes=kept), node), asked)


def test_the_person_behind_a_firm_needs_a_codice_fiscale_of_her_own() -> None:
    firm = {**PERSON, "ivaCode": "VATIT-01234567890", "companyFiscalNumber": PERSON["fiscalNumber"], "fiscalNumber": ""}
    assert_refused(made(RIGHT.but(attributes=firm)))


def test_the_names_are_those_of_saml() -> None:
    assert_refused(made(RIGHT, before=rename(STATEMENT, f"{SAML}Attributes")))
