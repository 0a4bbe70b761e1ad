"""Development aid (OECD) and official finance from China (AidData), by recipient and year."""
