"""A package, since argostranslate installs a package of the same name: ours comes first."""
