"""The procedures from which an ente starts: as the program ships them, for the ente to change."""
