"""The register of transactions, for who is named to look into it."""
