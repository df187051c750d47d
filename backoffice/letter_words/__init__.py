"""How the letters of an ente are worded: each letter, in each language."""
