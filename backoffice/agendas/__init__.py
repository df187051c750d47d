"""Agendas: the week of an office, what each agenda offers, and when nobody is received."""
