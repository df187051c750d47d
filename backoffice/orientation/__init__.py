"""The operator's side of the orientation: the questions that citizens answer by themselves, and the same list."""
