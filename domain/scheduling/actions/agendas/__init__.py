"""Agendas: what is offered, and when not."""
