"""One folder per source: its declaration, and a pure function from bytes to rows."""
