"""Pure rules of the cases."""
