"""A sentence is said with the days and words among its values in the reader's language."""

from datetime import date

from domain.kernel.text import Text, _
from domain.platform.language import say
from domain.platform.localised import Localised

DAY = date(2026, 5, 4)


def test_days_are_written_in_full_and_in_the_language() -> None:
    told = Text("%(day)s", {"day": DAY})
    assert say(told, "it") == "4 maggio 2026"
    assert say(told, "de") == "4. Mai 2026"
    assert say(told, "xx") == "4 maggio 2026"


def test_words_that_are_kept_in_several_languages_are_said_in_the_one_that_is_read() -> None:
    told = Text("%(name)s, %(count)d", {"name": Localised({"it": "patrono", "en": "patron"}), "count": 3})
    assert (say(told, "en"), say(told, "sq")) == ("patron, 3", "patrono, 3")
    assert say(Text("%(inner)s", {"inner": _("Bozza")}), "it") == "Bozza"
