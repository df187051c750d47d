"""The civil registry: finding and bringing in people, and deciding on what it says otherwise than we do."""
