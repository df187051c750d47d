"""What a card and a form may hold, as plain values and pure functions."""
