"""What a person sees of a run: progress while it works, a summary at the end."""
