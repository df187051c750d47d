"""What a person answers on each step of the application for home care."""

Answers = dict[str, str | list[str]]

PHONE = "333 123 4567"

HOME_CARE: dict[str, Answers] = {
    "who": {"for_whom": "me", "street": "Via delle Rose 3", "city": "Borgo Sereno", "phone": PHONE},
    "home": {"lives_alone": "no", "people_count": "2", "lives_with": ["spouse"], "has_carer": "no"},
    "isee": {"isee_has": "yes", "isee_amount": "8.400,50"},
    "autonomy": {
        "washing": "helped",
        "dressing": "alone",
        "eating": "alone",
        "moving": "helped",
        "toilet": "alone",
        "going_out": "unable",
        "medicines": "helped",
        "memory": "sometimes",
        "disability": "no",
    },
    "needs": {
        "help_wanted": ["hygiene", "shopping"],
        "days_wanted": ["weekdays"],
        "times_wanted": ["morning"],
        "urgency": "month",
        "own_words": "Dopo la caduta ho paura a fare la doccia.",
    },
    "papers": {},
    "declarations": {"privacy_read": "yes", "declares_true": "yes", "accepts_checks": "yes"},
}
# Whoever acts for somebody else finds the other person's name, code and birthday filled in.
_WHO: Answers = {"for_whom": "other", "relation": "none", "street": "Via del Lago 8", "city": "Borgo Sereno"}
FOR_ANOTHER: dict[str, Answers] = HOME_CARE | {"who": _WHO | {"phone": PHONE}}
LATER: Answers = {"identity.later": "yes"}
