"""From the proposal to the answer of the person."""
