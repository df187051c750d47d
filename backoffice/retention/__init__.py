"""For how long each kind of data is kept, and what would be over today."""
