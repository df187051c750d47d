"""Coming in with a card that has a chip (TS-CNS, CNS)."""
