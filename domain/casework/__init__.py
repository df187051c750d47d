"""What we do: cases (cartelle sociali), who is in charge of them, the diary (L. 328/2000 art. 14; LEPS)."""
