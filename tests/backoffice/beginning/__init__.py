"""An ente that has just been opened."""
