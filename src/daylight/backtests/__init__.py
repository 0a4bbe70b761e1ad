"""How good forecasts of breaks would have been."""
