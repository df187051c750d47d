"""The words of the e-mails between offices."""
