// outlook/main
