"""Who may see agendas and appointments."""
