"""Global Sanctions Data Base: who sanctions whom, how, from when to when."""
