"""The terms of an ambito, and what they would reach today."""
