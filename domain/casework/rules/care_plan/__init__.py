"""Pure rules of the individual plans."""
