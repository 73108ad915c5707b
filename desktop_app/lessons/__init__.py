"""The lessons, and the explorers that they open."""
