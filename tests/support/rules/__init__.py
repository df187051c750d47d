"""The house rules as pure functions: each takes a folder or a list, and gives back what breaks the rule."""
