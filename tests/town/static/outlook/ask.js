// outlook/ask
