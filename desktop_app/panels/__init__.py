"""What edits the experiment: panels that show it and emit intentions."""
