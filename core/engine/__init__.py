"""The only place that imports MXNet: networks, training, parameters."""
