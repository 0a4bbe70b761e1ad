"""Every question for other programs: named arguments in, versioned JSON or a plain error out."""
