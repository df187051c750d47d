"""Agendas as those who keep them see them."""
