"""x"""

from .data import VoteData
from .options import FitOptions
