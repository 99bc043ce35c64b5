"""How much Casus takes from one input, so that no input can fill the memory or the disk."""

from __future__ import annotations

# The longest news pages are about 5 MB with their inline scripts; 16 MiB leaves room and still bounds memory a worker.
MAX_DOCUMENT_BYTES = 16 * 1024 * 1024

# News text compresses 3 to 10 times, repeated JSON about 50; a bomb of zeros 1,000 times.
MAX_COMPRESSION_RATIO = 200

# Below this size a high ratio harms nobody: short repetitive files are left alone.
RATIO_FLOOR_BYTES = MAX_DOCUMENT_BYTES

CHUNK_BYTES = 256 * 1024

# What one record may nest: 500,000 lists and objects are about 40 MB once read, and no metadata has that many.
MOST_NODES = 500_000

# Articles go to the workers in batches; a batch of long ones is cut short here, so that those waiting stay within memory.
BATCH_CHARACTERS = 4 * 1024 * 1024
