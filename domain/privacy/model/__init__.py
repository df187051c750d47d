"""The tables of privacy, one aggregate a file."""
