"""For how long each kind of data is kept."""
