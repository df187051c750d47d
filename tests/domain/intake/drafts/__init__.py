"""Tests of drafts: how long they live, what is taken over into them, who signs."""
