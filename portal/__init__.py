"""The citizens' site: screens only."""
