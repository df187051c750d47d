"""Old archives brought in: files of people, households, sheets and cases, tried, written once, taken back whole."""
