"""A presentation file of an organisation -> look.house.HouseTemplate: what is opened, repaired, read and mapped."""
