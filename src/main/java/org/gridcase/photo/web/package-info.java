/** Uploads and pictures over HTTP. */
@NullMarked
package org.gridcase.photo.web;

import org.jspecify.annotations.NullMarked;
