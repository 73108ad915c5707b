"""Data files of Gluon Lab; no logic."""
