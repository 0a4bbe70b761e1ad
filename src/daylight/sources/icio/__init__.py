"""OECD Inter-Country Input-Output tables: how flows between 80 economies moved, 2011-2022."""
