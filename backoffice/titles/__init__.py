"""Who may act for whom: checking what citizens declare, and writing down what judges decide."""
