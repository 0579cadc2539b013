// outlook/frame
