"""What must hold when things break: killed processes, cut connections, a forgotten filter."""
