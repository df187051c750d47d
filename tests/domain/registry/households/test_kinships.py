"""What two members are to each other, from what each is to a third."""

from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from domain.registry.rules.kinships import INVERSE, kinship_to, seen_from
from domain.registry.terms import Kinship

KINSHIPS = st.sampled_from([one for one in Kinship if one is not Kinship.REFERENCE])


@given(KINSHIPS)
def test_seen_from_the_reference_person_everybody_is_what_is_written(theirs: Kinship) -> None:
    assert kinship_to(Kinship.REFERENCE, theirs) is theirs


@given(KINSHIPS, KINSHIPS)
def test_what_follows_one_way_follows_the_other_way_round(mine: Kinship, theirs: Kinship) -> None:
    there, back = kinship_to(mine, theirs), kinship_to(theirs, mine)
    if there is not None and there in INVERSE:
        assert back is INVERSE[there]


@given(KINSHIPS)
def test_the_reference_person_is_the_inverse_and_twice_the_inverse_is_the_same(mine: Kinship) -> None:
    inverse = kinship_to(mine, Kinship.REFERENCE)
    if inverse is not None:
        assert INVERSE[inverse] is mine


def test_the_spouse_s_child_is_not_taken_for_one_s_own() -> None:
    child = uuid4()
    assert kinship_to(Kinship.SPOUSE, Kinship.CHILD) is None
    assert seen_from({child: Kinship.CHILD}, Kinship.SPOUSE, {}) == ({}, [child])
    assert seen_from({child: Kinship.CHILD}, Kinship.SPOUSE, {child: Kinship.STEPCHILD}) == (
        {child: Kinship.STEPCHILD},
        [],
    )
