"""The points that somebody tries out are those of the same application, and nothing else is asked."""

from hypothesis import given
from hypothesis import strategies as st

from domain.catalogue.queries.bandi.bando_in_force import BandoContent, Criterion
from domain.catalogue.rules.bandi.criteria import Band
from domain.catalogue.seeds.home_care_form import home_care_form
from domain.intake.rules.answers import cleaned
from domain.intake.rules.bandi.points import asked_for_points, points_of
from domain.platform.localised import Localised

WORDS = Localised({"it": "Prova"})
FORM = home_care_form()
CRITERIA = BandoContent(
    title=WORDS,
    criteria=(
        Criterion(key="alone", label=WORDS, condition={"==": [{"var": "lives_alone"}, "yes"]}, points=300),
        Criterion(
            key="isee",
            label=WORDS,
            value={"var": "isee_amount"},
            bands=(Band(up_to=600_000, points=500), Band(up_to=1_000_000, points=250), Band(points=10)),
        ),
        Criterion(key="days", label=WORDS, condition={"in": ["weekdays", {"var": "days_wanted"}]}, points=125),
    ),
)


@given(
    alone=st.sampled_from(["yes", "no", "", "forse"]),
    has=st.sampled_from(["yes", "no", ""]),
    isee=st.one_of(st.sampled_from(["", "6.000", "6000,01", "10000", "abc"]), st.integers(0, 20_000).map(str)),
    days=st.lists(st.sampled_from(["weekdays", "saturday", "sunday"]), unique=True),
)
def test_the_points_tried_out_are_the_points_of_the_same_application(
    alone: str, has: str, isee: str, days: list[str]
) -> None:
    typed = {"lives_alone": alone, "isee_has": has, "isee_amount": isee, "days_wanted": days}
    asked = asked_for_points(CRITERIA.criteria, FORM)
    tried = points_of(CRITERIA, asked, typed)
    official = points_of(CRITERIA, FORM, typed)
    assert tried == official
    try:
        kept = cleaned(FORM, typed)
    except ValueError:
        return  # such an answer cannot be sent
    assert points_of(CRITERIA, FORM, kept).points == official.points


def test_trying_out_asks_for_nothing_but_what_gives_points() -> None:
    asked = {field.key for step in asked_for_points(CRITERIA.criteria, FORM).steps for field in step.fields}
    assert asked == {"lives_alone", "isee_has", "isee_amount", "days_wanted"}
