"""Who we are: enti, ambiti, uffici, operatori and the roles they hold (L. 328/2000 art. 6-8; TUEL D.Lgs. 267/2000)."""
