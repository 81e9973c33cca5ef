/**
 * Measures the packaged service, a process of its own, against the sandbox in this process. It uses no class of the service.
 * Start reading at {@code Bench}; what each figure means is said in bench/README.md.
 */
@NullMarked
package io.ctmconnect.bench;

import org.jspecify.annotations.NullMarked;
