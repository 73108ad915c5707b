"""The Code tab: the present experiment as a program, linked line by line with the panels and the run."""
