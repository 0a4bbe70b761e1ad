"""The published estimates (Bailey, Strezhnev & Voeten 2017): their sample and their sampler."""
