"""Pure functions that read conflict news: text in, rows out. No files, clock, logging, SQL or Prefect."""
