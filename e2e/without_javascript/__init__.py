"""The same journeys in a browser without scripts."""
