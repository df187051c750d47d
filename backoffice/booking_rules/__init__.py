"""How many appointments ahead somebody may have."""
