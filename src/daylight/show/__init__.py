"""How anything is shown: blocks of a page, charts, pages, pictures, frames."""
