"""What stands before the tests of a module, built once."""
