"""Claims about people harmed: who, how many, how exactly, by whose word, and how the claims relate."""
