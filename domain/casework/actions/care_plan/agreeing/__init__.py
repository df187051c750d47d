"""From a proposal of the office to what the person says to it."""
