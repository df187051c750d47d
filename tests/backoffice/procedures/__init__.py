"""Procedures drawn on the screens, and the days off."""
