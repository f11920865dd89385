"""What pages of this room say, made from what the queries give."""
