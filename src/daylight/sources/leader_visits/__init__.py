"""Visits of presidents and secretaries of state of the USA abroad, and of foreign leaders there."""
