"""What we keep about a person, as that person sees it: the data, copies of it, requests to put it right."""
