"""Papers: documents, their files, the protocollo and the acts we draw up (DPR 445/2000; CAD, D.Lgs. 82/2005)."""
