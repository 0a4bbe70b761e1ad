"""The sixteen crises of 2017 to 2022 that version 16 of International Crisis Behavior added."""
