"""The people for whom somebody acts by law or by decree, and saying so."""
