"""Procedures of the ente: which there are, how each version is drawn, and the days off on which no term ends."""
