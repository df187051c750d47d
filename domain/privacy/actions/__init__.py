"""What can be done about the data of people: verbs, one a file."""
