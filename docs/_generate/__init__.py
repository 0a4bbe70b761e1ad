"""The generated pages and parts of pages of the documentation, one module for each page."""
