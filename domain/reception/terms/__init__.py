"""Words of the desk, with their Italian labels."""
