"""What is safe: channels, discretion, and two profiles of one person."""

from hypothesis import given
from hypothesis import strategies as st

from domain.correspondence.rules.safe_contact import SafeContact, hours_to_obey, joined
from domain.correspondence.rules.when_to_send import DAY_MINUTES, outside
from domain.correspondence.terms import Channel, ContactWay, Sort

BOTH = frozenset(Channel)
spans = st.one_of(st.none(), st.tuples(st.integers(0, 1000), st.integers(60, 400)))
profiles = st.builds(
    lambda span, **known: SafeContact(
        starts=None if span is None else span[0], ends=None if span is None else span[0] + span[1], **known
    ),
    span=spans,
    wanted=st.dictionaries(st.sampled_from(Sort), st.frozensets(st.sampled_from(Channel))),
    never=st.frozensets(st.sampled_from(ContactWay)),
    days=st.frozensets(st.integers(0, 6), min_size=1),
    is_sender_neutral=st.booleans(),
    is_phone_shared=st.booleans(),
    is_mail_shared=st.booleans(),
    is_hidden=st.booleans(),
)


@given(profiles, st.sampled_from(Sort), st.frozensets(st.sampled_from(Channel)))
def test_a_channel_is_used_only_if_it_is_safe_reachable_and_wanted(
    safe: SafeContact, sort: Sort, reachable: frozenset[Channel]
) -> None:
    used = safe.channels(sort, reachable)
    assert set(used) <= reachable
    assert all(safe.allows(one) for one in used)
    if sort in safe.wanted:
        assert set(used) <= safe.wanted[sort]


def test_who_has_chosen_nothing_gets_an_email_and_without_one_an_sms() -> None:
    safe = SafeContact()
    assert safe.channels(Sort.APPLICATIONS, BOTH) == (Channel.EMAIL,)
    assert safe.channels(Sort.APPLICATIONS, {Channel.SMS}) == (Channel.SMS,)
    assert safe.channels(Sort.APPLICATIONS, ()) == ()
    careful = SafeContact(never=frozenset({ContactWay.EMAIL}))
    assert careful.channels(Sort.APPLICATIONS, BOTH) == ()


@given(profiles, profiles, st.sampled_from(Channel))
def test_two_profiles_together_are_never_less_careful_than_either(
    one: SafeContact, other: SafeContact, channel: Channel
) -> None:
    both = joined([one, other])
    for each in (one, other):
        assert each.never <= both.never
        assert each.allows(channel) or not both.allows(channel)
        assert both.is_discreet(channel, "") or not each.is_discreet(channel, "")
        assert both.is_hidden or not each.is_hidden
        if both.allows(channel) and each.starts is not None and each.ends is not None:
            assert both.starts is not None and both.ends is not None
            assert each.starts <= both.starts < both.ends <= each.ends
        if both.allows(channel):
            assert both.days <= each.days
    assert joined([one]) == one


def test_an_address_of_somebody_else_is_told_only_that_there_is_a_message() -> None:
    assert SafeContact().is_discreet(Channel.EMAIL, "la figlia Anna")
    assert not SafeContact().is_discreet(Channel.EMAIL, "")
    assert SafeContact(is_phone_shared=True).is_discreet(Channel.SMS, "")
    assert not SafeContact(is_phone_shared=True).is_discreet(Channel.EMAIL, "")


def test_what_is_safe_comes_before_what_is_quiet_and_before_what_is_urgent() -> None:
    quiet = outside(0, 8 * 60, is_sunday_quiet=True)
    at_night = SafeContact(starts=0, ends=120)
    assert hours_to_obey(at_night, quiet, is_urgent=True) == [at_night.hours]
    assert hours_to_obey(SafeContact(), quiet, is_urgent=True) == []
    assert hours_to_obey(SafeContact(), quiet, is_urgent=False) == [quiet]
    only_days = SafeContact(days=frozenset({1}))
    assert only_days.hours is not None
    assert (only_days.hours.starts, only_days.hours.ends) == (0, DAY_MINUTES)


@given(profiles)
def test_choosing_a_channel_is_not_being_careful(safe: SafeContact) -> None:
    assert not SafeContact(wanted=safe.wanted).is_cautious
    assert safe.is_cautious or safe == SafeContact(wanted=safe.wanted)
