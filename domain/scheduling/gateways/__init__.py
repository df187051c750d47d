"""Calendars elsewhere, from which busy times are read."""
