"""How an ente goes from a request to an answer: states, transitions and terms, as versioned data (L. 241/1990)."""
