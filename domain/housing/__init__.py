"""Who looks for a dwelling, as the desks heard it (fabbisogno abitativo): one open need for each person and ente."""
