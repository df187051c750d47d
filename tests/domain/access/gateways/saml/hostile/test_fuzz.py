"""Answers damaged at random: whatever comes out, it is a refusal or the person whom the provider vouched for."""

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from signxml.exceptions import SignXMLException

from domain.access.gateways.identities import SignInRefused
from domain.access.gateways.saml.response import read_facts
from domain.access.gateways.saml.xml_safety import Node, decode_message, etree, inflate
from tests.domain.access.gateways.saml.answering import PROVIDER, RIGHT, check, made
from tests.support.saml.messages import response_of
from tests.support.saml.provider import octets, signed
from tests.support.saml.wrappings import forged_from

SIGNED = {whole: made(RIGHT, response=whole) for whole in (True, False)}
TREES = {whole: etree.fromstring(posted) for whole, posted in SIGNED.items()}
FORGED = forged_from(RIGHT)
PERSON = check(SIGNED[True]).identity
LONGEST = len(SIGNED[True])

wholes = st.booleans()
places = st.integers(0, LONGEST)
words = st.sampled_from(["", "x", "_assertion", "_response", "_request", "TINIT-BNCLRA85A41H501W", "Laura", " ", "é"])
many = settings(max_examples=300, deadline=None)


def _assert_nobody_else(posted: bytes) -> None:
    read_facts(posted)
    try:
        answer = check(posted)
    except SignInRefused:
        return
    assert answer.identity == PERSON


@many
@given(whole=wholes, flips=st.lists(st.tuples(places, st.integers(1, 255)), min_size=1, max_size=4))
def test_flipped_bytes(whole: bool, flips: list[tuple[int, int]]) -> None:
    damaged = bytearray(SIGNED[whole])
    for place, bits in flips:
        damaged[place % len(damaged)] ^= bits
    _assert_nobody_else(bytes(damaged))


@many
@given(whole=wholes, start=places, length=st.integers(1, 400), target=places, repeated=st.integers(0, 3))
def test_pieces_cut_out_moved_and_repeated(whole: bool, start: int, length: int, target: int, repeated: int) -> None:
    posted = SIGNED[whole]
    start %= len(posted)
    piece = posted[start : start + length]
    rest = posted[:start] + posted[start + length :]
    target %= len(rest) + 1
    _assert_nobody_else(rest[:target] + piece * repeated + rest[target:])


@many
@given(whole=wholes, place=places, junk=st.binary(min_size=1, max_size=40))
def test_junk_put_in(whole: bool, place: int, junk: bytes) -> None:
    posted = SIGNED[whole]
    place %= len(posted)
    _assert_nobody_else(posted[:place] + junk + posted[place:])


@pytest.mark.parametrize("whole", [True, False])
def test_every_prefix_is_refused(whole: bool) -> None:
    for length in range(0, len(SIGNED[whole]), 97):
        with pytest.raises(SignInRefused):
            check(SIGNED[whole][:length])


def _mutate(root: Node, kind: str, one: int, other: int, word: str) -> None:
    elements = list(root.iter("*"))
    first = elements[1 + one % (len(elements) - 1)]
    second = elements[other % len(elements)]
    attributes = sorted(first.attrib)
    match kind:
        case "drop":
            first.getparent().remove(first)
        case "copy":
            second.insert(other % (len(second) + 1), copy.deepcopy(first))
        case "move" if second not in first.iter("*"):
            second.insert(other % (len(second) + 1), first)
        case "text":
            first.text = word
        case "tail":
            first.tail = word
        case "attribute" if attributes:
            first.set(attributes[other % len(attributes)], word)
        case "attribute-taken" if attributes:
            del first.attrib[attributes[other % len(attributes)]]
        case "identifier":
            first.set(["ID", "Id", "id"][other % 3], word)
        case "rename":
            first.tag = second.tag
        case "comment":
            first.insert(0, etree.Comment(word))
        case "forged":
            second.insert(other % (len(second) + 1), copy.deepcopy(FORGED))
        case "forged-instead":
            first.getparent().replace(first, copy.deepcopy(FORGED))
        case _:
            pass


kinds = st.sampled_from(
    [
        "drop",
        "copy",
        "move",
        "text",
        "tail",
        "attribute",
        "attribute-taken",
        "identifier",
        "rename",
        "comment",
        "forged",
        "forged-instead",
    ]
)
mutations = st.lists(st.tuples(kinds, st.integers(0, 500), st.integers(0, 500), words), min_size=1, max_size=4)


@settings(max_examples=400, deadline=None)
@given(whole=wholes, changes=mutations)
def test_trees_rearranged(whole: bool, changes: list[tuple[str, int, int, str]]) -> None:
    root = copy.deepcopy(TREES[whole])
    for kind, one, other, word in changes:
        if len(root):
            _mutate(root, kind, one, other, word)
    _assert_nobody_else(octets(root))


@many
@given(whole=wholes, changes=mutations)
def test_trees_rearranged_before_the_provider_signs_them(whole: bool, changes: list[tuple[str, int, int, str]]) -> None:
    """As if a provider had gone mad: who it says it is may change, but nothing else than a refusal comes out."""
    root = response_of(RIGHT)
    for kind, one, other, word in changes:
        if len(root):
            _mutate(root, kind, one, other, word)
    try:
        posted = octets(signed(root, PROVIDER.pair, response=whole))
    except (SignXMLException, etree.LxmlError):
        return
    try:
        check(posted)
    except SignInRefused:
        return


@many
@given(
    posted=st.one_of(
        st.binary(max_size=300), st.text(alphabet="<>/&;!?[]'\"= aIDxmlns:-", max_size=300).map(str.encode)
    )
)
def test_anything_at_all(posted: bytes) -> None:
    with pytest.raises(SignInRefused):
        check(posted)
    read_facts(posted)


@many
@given(text=st.text(max_size=200))
def test_any_text_as_a_message(text: str) -> None:
    try:
        octets_read = decode_message(text)
    except SignInRefused:
        return
    assert octets_read


@many
@given(packed=st.binary(max_size=200))
def test_any_bytes_as_a_link(packed: bytes) -> None:
    try:
        inflate(packed)
    except SignInRefused:
        return
