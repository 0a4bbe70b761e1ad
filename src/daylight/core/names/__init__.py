"""Names of states as people and files write them: from a label to what it can mean on a day."""
