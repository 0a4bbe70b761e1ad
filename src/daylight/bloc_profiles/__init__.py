"""A bloc on a date: members, hub, cohesion, signs of life, and who may join or leave."""
