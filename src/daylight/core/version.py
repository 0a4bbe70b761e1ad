"""The version of the code, apart from the package itself so that nothing imports upwards."""

__version__ = "0.1.0"
