"""Several people sign one application."""
