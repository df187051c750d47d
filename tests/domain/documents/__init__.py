"""Tests of the documents people send and get."""
