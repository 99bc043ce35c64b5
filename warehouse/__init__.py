"""The storage layer: the contract declared once, the DuckDB store, the Parquet publisher, loaders of other datasets."""
