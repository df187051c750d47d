"""What appointments take besides a place: operators, rooms, interpreters."""
