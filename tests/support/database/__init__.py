"""The server of the tests, and the database that is really committed to."""
