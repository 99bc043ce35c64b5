"""Everything a data desk may have, as one stream of documents: folders, files, archives, feeds, URLs, standard input."""
