"""Who is who and what is where: names compared, places known, the same ones found across wires."""
