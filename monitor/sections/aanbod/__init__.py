"""What Aanbod answers: what offer is where, how many places and what they cost, whom one is for."""
