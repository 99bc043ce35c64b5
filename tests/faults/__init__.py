"""Kill runs at random moments and start them again: `make faults`."""
