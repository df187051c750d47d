"""Il mio accesso: the password, the second factor and the recovery codes of who is signed in."""
