"""A sentence kept in every language in which it exists: what a service says is data, not code."""

from pydantic import ConfigDict, RootModel, model_validator

from domain.kernel.languages import LANGUAGES, SOURCE
from domain.kernel.text import Text
from domain.platform.language import say


class Localised(RootModel[dict[str, str]]):
    """Language code to sentence. Italian always is there: it answers for the languages that are not."""

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="after")
    def _has_italian(self) -> "Localised":
        if not self.root.get(SOURCE.code, "").strip():
            raise ValueError("a localised sentence needs Italian")
        return self

    def in_(self, code: str) -> str:
        """The sentence in the language ``code``, or in Italian."""
        return self.root.get(code) or self.root[SOURCE.code]

    @property
    def every(self) -> tuple[str, ...]:
        """The sentence in all its languages, for searching."""
        return tuple(self.root.values())

    @classmethod
    def of(cls, text: Text) -> "Localised":
        """``text`` in every language whose catalogue has it."""
        italian = say(text, SOURCE.code)
        spoken = {language.code: say(text, language.code) for language in LANGUAGES}
        return cls({code: words for code, words in spoken.items() if code == SOURCE.code or words != italian})
