"""The register of housing needs."""
