"""Keeping the machinery running: failed jobs, routes turned off."""
