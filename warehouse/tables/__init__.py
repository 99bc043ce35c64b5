"""The tables of the contract, declared once, by group."""
