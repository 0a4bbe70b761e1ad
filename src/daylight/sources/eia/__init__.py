"""Database on Economic Integration Agreements: how far each pair of countries is integrated."""
