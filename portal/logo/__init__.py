"""The coat of arms of the ente."""
