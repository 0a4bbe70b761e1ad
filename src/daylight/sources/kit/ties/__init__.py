"""What the ties coded by sources share: their record, spells, windows, numbers of states."""
