"""The desk: what waits for me."""
