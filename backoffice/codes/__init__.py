"""The coded lists, for administrators: what everybody has, and what the ente makes of it."""
