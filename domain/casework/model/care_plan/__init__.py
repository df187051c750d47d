"""Individual plans (PAI): the plan, its versions, its checks, its history, and the rules of the ente."""
