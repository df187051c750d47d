"""Words and values every context shares: pure, without any input or output."""
