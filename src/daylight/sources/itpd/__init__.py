"""USITC International Trade and Production Database for Estimation, all industries, 2000-2016."""
