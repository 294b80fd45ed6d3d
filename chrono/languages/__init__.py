"""What a language's words of time mean: one folder a language, of data only."""
