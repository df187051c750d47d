"""Recognising people at the desk, and handing over an access with one-time codes."""
