"""The atlas on disk: table layout, reading, atomic writing. The only place that names an engine."""
