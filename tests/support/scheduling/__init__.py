"""Agendas and appointments, for tests."""
