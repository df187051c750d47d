"""Coming in and going out: digital identity, the session and its end."""
