"""From what stands in the boxes of a page to the values of answers."""
