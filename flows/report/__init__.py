"""The report: one page with everything in it, made from the warehouse and read in any browser, without a network."""
