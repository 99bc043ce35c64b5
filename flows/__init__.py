"""The `casus` command and its Prefect flows: input and output, retries, schedules; no rules about language or tables."""
