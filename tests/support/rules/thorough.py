"""How many examples a dear property is tried with: few in the suite, all of them in `make coverage`."""

import os

IS_THOROUGH = bool(os.environ.get("SPORTELLO_THOROUGH"))


def examples(thorough: int) -> int:
    """``thorough`` examples, or a third of them where time counts."""
    return thorough if IS_THOROUGH else max(2, thorough // 3)
