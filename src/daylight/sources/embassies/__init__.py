"""Embassies and consulates by pair, from the Lowy Institute's Global Diplomacy Index."""
