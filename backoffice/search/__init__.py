"""Finding a person, a case or a place to go."""
