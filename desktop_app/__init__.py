"""The window of Gluon Lab."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("gluon-lab")
except PackageNotFoundError:
    # Run from a checkout that was never installed.
    __version__ = "0.1.0"
