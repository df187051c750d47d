"""Commands about the enti of an installation."""
