"""Which states recognise Peking and which Taipei as China, from 1949, one citation a row."""
