"""Individual plans (PAI): the list, one of them, what is done with it."""
