"""What the social services know and do. No screen and no HTTP lives here."""
