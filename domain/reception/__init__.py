"""Who comes to the desk, and what for: contact sheets, needs, requests, proposals (L. 328/2000 art. 22)."""
