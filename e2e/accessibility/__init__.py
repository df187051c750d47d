"""Every page of the journeys, looked at by axe, by the ruler and by the keyboard."""
