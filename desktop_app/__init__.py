"""The window of Gluon Lab."""
