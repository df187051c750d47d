"""What comes from outside: the coded lists shipped with the program."""
