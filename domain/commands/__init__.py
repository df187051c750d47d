"""What `sportello` does for the people who run an installation: one command a file, in Italian, no screens."""
