"""UN General Assembly resolutions with their recorded votes, sessions 74-80, from the UN."""
