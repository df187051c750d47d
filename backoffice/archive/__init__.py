"""The archive of documents of a person: folders, papers, versions, what is private."""
