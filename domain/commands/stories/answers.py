"""Answers to the form of home care, as an invented person would give them."""

Typed = dict[str, str | list[str]]
Answers = dict[str, Typed]

AUTONOMY = ("washing", "dressing", "eating", "moving", "toilet", "going_out", "medicines")


def home_answers(lives_with: str = "", carer: str = "") -> Typed:
    """With whom the person lives (a word of the form; alone without it), and how much time somebody helps now."""
    alone: Typed = {"lives_alone": "no" if lives_with else "yes"}
    company: Typed = {"people_count": "2", "lives_with": [lives_with]} if lives_with else {}
    help_now: Typed = {"has_carer": "yes", "carer_time": carer} if carer else {"has_carer": "no"}
    return alone | company | help_now


def answers(
    own_words: str,
    *,
    urgency: str = "month",
    hard: str = "washing dressing going_out",
    disability: str = "no",
    home: Typed | None = None,
    other: Typed | None = None,
    language: str = "",
    isee: str = "",
) -> Answers:
    """The whole form by steps; ``hard`` names what the person does only with help, ``other`` replaces the first step.

    ``language`` asks for an interpreter; ``isee`` answers whether there is one where we do not know it already.
    """
    able: Typed = {key: "helped" if key in hard.split() else "alone" for key in AUTONOMY}
    allowance: Typed = {"disability_rate": "100", "attendance_allowance": "yes"}
    state: Typed = {"memory": "sometimes", "disability": disability}
    spoken: Typed = {"mediator": "interpreter", "spoken_language": language}
    return {
        "who": other or {},
        "home": home or home_answers(),
        "isee": {"isee_has": isee} if isee else {},
        "autonomy": able | state | (allowance if disability == "yes" else {}),
        "needs": {
            "help_wanted": ["hygiene", "home"],
            "days_wanted": ["weekdays"],
            "times_wanted": ["morning"],
            "urgency": urgency,
            "own_words": own_words,
        }
        | (spoken if language else {"mediator": "none"}),
        "papers": {"identity.later": "yes"},
        "declarations": {"privacy_read": "yes", "declares_true": "yes", "accepts_checks": "yes"},
    }


def for_another(relation: str, name: str, day: str, month: str, year: str) -> Typed:
    """The first step when the help is for somebody whom the applicant does not represent."""
    return {
        "for_whom": "other",
        "relation": relation,
        "other_name": name,
        "other_born_on.day": day,
        "other_born_on.month": month,
        "other_born_on.year": year,
    }
