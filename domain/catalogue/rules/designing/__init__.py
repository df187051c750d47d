"""Making a form by hand: pure functions over a form and its wording."""
