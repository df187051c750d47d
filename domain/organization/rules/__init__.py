"""Pure rules of the organization."""
