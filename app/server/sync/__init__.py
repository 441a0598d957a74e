"""Records that travel: taken in through one writing path, given out by cursor."""
