"""Pure rules about the rights of people."""
