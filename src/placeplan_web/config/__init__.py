"""Config joins the rooms: settings, addresses, who may open what, and commands.

Everything that differs from one installation to the next comes from the environment;
``environment.py`` lists it. Nothing imports config.
"""
