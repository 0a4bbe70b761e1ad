"""The charts of a brief: inline SVG that follows the page's theme and width."""
