"""What we know of identity providers, and how our part in the federations stands."""
