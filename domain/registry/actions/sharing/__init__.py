"""A record shown to another ente for some days."""
