"""The rules of the register of housing needs."""
