"""One object for each screen, with the words of the people who use it."""
