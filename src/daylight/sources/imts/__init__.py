"""IMF merchandise trade after 2020: reports of the USA and China, and means of 2023-24."""
