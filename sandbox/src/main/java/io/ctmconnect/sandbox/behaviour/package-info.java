/** The switches for facts about CTM that nothing public settles. Start at {@code Behaviour}. */
@NullMarked
package io.ctmconnect.sandbox.behaviour;

import org.jspecify.annotations.NullMarked;
