"""Browsers in words."""

import pytest

from domain.access.rules.devices import device_words

LIKE = "AppleWebKit/537.36 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox su Windows"),
        (f"Mozilla/5.0 (Windows NT 10.0) {LIKE} Chrome/140.0 Safari/537.36 Edg/140.0", "Edge su Windows"),
        (f"Mozilla/5.0 (Linux; Android 15) {LIKE} Chrome/140.0 Mobile Safari/537.36", "Chrome su Android"),
        (
            f"Mozilla/5.0 (Linux; Android 15) {LIKE} SamsungBrowser/28 Chrome/130",
            "Samsung Internet su Android",
        ),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X) AppleWebKit/605 Version/18 Safari/605", "Safari su Mac"),
        ("curl/8", "Dispositivo che non conosciamo"),
        ("", "Dispositivo che non conosciamo"),
    ],
)
def test_a_browser_is_told_in_words(user_agent: str, words: str) -> None:
    assert str(device_words(user_agent)) == words
