"""`sportello identity`: our part in the federations of SPID and CIE, for who runs the installation."""
