"""The mathematics of the interactive explorers, as far as it needs no MXNet."""
