"""The civil registry (ANPR, or the ente's own gateway to it): a port, and the client that speaks its contracts."""
