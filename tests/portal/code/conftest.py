"""Messages that leave are caught."""

import pytest

from tests.support.desk import Messages, messages_caught


@pytest.fixture
def messages(monkeypatch: pytest.MonkeyPatch) -> Messages:
    """Every message that leaves."""
    return messages_caught(monkeypatch)
