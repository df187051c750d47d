"""The ISEE of people: written by hand from what they bring (DPCM 159/2013)."""
