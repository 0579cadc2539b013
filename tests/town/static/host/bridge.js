// The place of what the library on the internet brings besides, and the one of npm does not.
