"""The stages of a run as coarse Prefect tasks: each works through batches and says how far it is."""
