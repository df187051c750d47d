"""Pure rules of procedures: what one is made of, whether it is sound, its drawing, days and terms."""
