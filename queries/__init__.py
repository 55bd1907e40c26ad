"""The questions: one .rq file each, and the library that loads and fills them."""
