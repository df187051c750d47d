"""Tests of what people read before they use or run the program."""
