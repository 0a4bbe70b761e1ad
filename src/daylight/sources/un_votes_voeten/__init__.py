"""UN General Assembly roll calls 1946-2020, from Voeten's deposit."""
