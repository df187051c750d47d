"""How bytes are sealed and where they lie: what ``files`` and ``uploads`` are built on."""
