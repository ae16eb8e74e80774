/// The HTTP house: set-up and limits, problem answers in three languages, strict bodies, security
/// headers.
@NullMarked
package kz.adalkezek.server.web;

import org.jspecify.annotations.NullMarked;
