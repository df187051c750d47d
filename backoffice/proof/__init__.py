"""Conferma che sei tu: proving once more who is there, before something dangerous."""
