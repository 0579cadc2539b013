// outlook/read
