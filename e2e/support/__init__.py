"""What the journeys stand on: a running demo, browsers that watch themselves, files and answers of people."""
