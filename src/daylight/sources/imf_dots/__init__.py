"""IMF Direction of Trade Statistics, 1960-2020: what each side reports of goods traded."""
