"""Individual plans: how they are written, agreed on, checked and ended."""
