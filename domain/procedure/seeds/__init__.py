"""The procedures and the legal calendar that come with the program."""
