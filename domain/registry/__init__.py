"""Who they are: people, homes, contacts, households, guardians, ISEE (L. 1228/1954; DPCM 159/2013; c.c. 343, 404)."""
