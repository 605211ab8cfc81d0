"""What else can be measured of a pair, for the checks that one number does not convince."""
