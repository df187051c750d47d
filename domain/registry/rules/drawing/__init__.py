"""Drawings of families: a small graph becomes positioned shapes, with the signs that social workers and doctors use."""
