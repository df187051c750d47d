"""Stand-ins for the outside world that speak the real protocols, for the demo and for tests."""
