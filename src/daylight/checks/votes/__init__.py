"""Claims about votes that two states cast alike in the General Assembly."""
