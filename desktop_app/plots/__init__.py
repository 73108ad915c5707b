"""What shows a history: plots that are handed arrays and draw them."""
