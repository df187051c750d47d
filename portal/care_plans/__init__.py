"""The individual plans that the office has shared with a person."""
