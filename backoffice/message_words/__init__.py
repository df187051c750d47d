"""How the ente writes to people: words for each occasion, in each language, and when messages rest."""
