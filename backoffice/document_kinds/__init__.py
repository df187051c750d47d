"""The kinds of document: which expire, and how long they count in the ente."""
