"""Agendas of offices, people, rooms and interpreters; the appointments that people book in them."""
