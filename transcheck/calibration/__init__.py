"""What a similarity means: measured on sound pairs, and on faults planted into them."""
