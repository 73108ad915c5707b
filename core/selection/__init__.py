"""Model selection: many runs side by side, for K folds or for the cells of a sweep. Nothing here imports MXNet."""
