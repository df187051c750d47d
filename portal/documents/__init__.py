"""The files of a person."""
