"""A mail server that delivers nothing: it keeps every message in a folder and shows it on a page."""
