"""Closures: when an ente, an office, an agenda or somebody is not there, and who is expected meanwhile."""
