"""Daylight for assistants: a Model Context Protocol server with one tool a question."""
