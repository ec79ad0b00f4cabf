"""One element of a slide -> its shape as markup, with the parts it needs added to the package."""
