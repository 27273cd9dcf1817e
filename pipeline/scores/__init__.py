"""Scores as they are written: which of them an article states, and the scale that a site usually uses."""
