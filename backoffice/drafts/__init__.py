"""For how long the ente keeps drafts."""
