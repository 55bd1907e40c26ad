"""Facts and who they speak of, as quads in a store: one named graph for each article."""
