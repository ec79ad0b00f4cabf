"""Edits made in LibreOffice itself, by its own interface for programs; run by the Python that has `uno`.

Arguments: the file, the folder to write into, the name of LibreOffice's pipe. A file is written for each edit.
"""

import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import uno
from com.sun.star.awt import Point, Size
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

__all__ = ["Point", "PropertyValue", "Size", "desktop", "run"]


def desktop(pipe: str) -> Any:
    """The running LibreOffice, which needs some time to start."""
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(240):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.5)
        else:
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    raise TimeoutError(pipe)


def run(edits: Mapping[str, Callable[[Any], None]], kind: str) -> None:
    """Opens the file of the command line anew for each edit and saves it in a format, under the name of the edit."""
    file, folder, pipe = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    office = desktop(pipe)
    for name, edit in edits.items():
        hidden, named = PropertyValue(), PropertyValue()
        hidden.Name, hidden.Value = "Hidden", True
        named.Name, named.Value = "FilterName", kind
        document = office.loadComponentFromURL(file.as_uri(), "_blank", 0, (hidden,))
        edit(document)
        document.storeToURL((folder / f"{name}{file.suffix}").as_uri(), (named,))
        document.close(True)
    office.terminate()
