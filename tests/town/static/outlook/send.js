// outlook/send
