package io.ctmconnect.calls;

import io.ctmconnect.ctm.Call;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * What is made of calls while they are read, page by page, so that a page can be forgotten.
 *
 * @param none of no calls
 * @param of of a page's
 * @param plus of both sets of calls
 */
record Fold<T>(T none, Function<List<Call>, T> of, BinaryOperator<T> plus) {}
