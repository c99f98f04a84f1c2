"""What measures the site: a corpus of any size, right answers, load, peers, a table of goals."""
