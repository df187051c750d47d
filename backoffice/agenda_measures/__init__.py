"""Measures of agendas: how long people wait, who does not come, how much of the time is used."""
