"""What we decide about identity providers ourselves, whatever their federations say."""
