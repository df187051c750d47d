"""Who may see the words of an ente's letters. Frozen once released."""

from domain.platform.migrations.row_security import grant, guard, in_family, in_reach


def protect() -> None:
    """Written in the ente, read in its family; versions are added and never changed."""
    guard("intake.letter_template", in_reach(), read=in_family())
    grant("intake", append_only=("letter_template",))
