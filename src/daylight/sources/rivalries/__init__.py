"""Strategic rivalries: pairs of states that saw each other as enemies and competitors."""
