"""BACI 2023, summed over products: reconciled flows, and those that it cannot see."""
