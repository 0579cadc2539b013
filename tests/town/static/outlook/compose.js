// outlook/compose
