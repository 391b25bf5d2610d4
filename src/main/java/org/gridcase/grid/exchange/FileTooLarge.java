package org.gridcase.grid.exchange;

import java.io.IOException;

/** More came in than a file may hold. */
class FileTooLarge extends IOException {}
