"""What runs later: messages about appointments."""

from domain.scheduling.actions.telling.write_about_appointment import write_about_appointment

JOBS = {"write_about_appointment": write_about_appointment}
