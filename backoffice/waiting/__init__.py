"""Who waits at the desk: numbers given, called, served."""
