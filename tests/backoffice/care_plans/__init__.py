"""Individual plans on the screens of the offices."""
