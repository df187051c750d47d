"""How we reach somebody: chosen by the person."""
