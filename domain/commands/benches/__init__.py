"""What `sportello bench` measures: a frame, and one file for each scenario."""
