"""Gluon Lab without a window: experiments, data, training and their results."""
