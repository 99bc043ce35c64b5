"""The network, politely and safely: pages and feeds over HTTP."""
