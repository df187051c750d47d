"""Tests of the pages about drafts."""
