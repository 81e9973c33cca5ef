/**
 * The embedded database: a server in this process that speaks MongoDB's wire protocol and keeps its data in one file,
 * for trying, developing, testing and small installations. Start reading at {@link EmbeddedMongo}.
 *
 * <p>Used by the start-up code and the operators' commands alone, and only when no MongoDB is configured; everything else talks to it through the
 * official driver and cannot tell the difference. Nothing outside this package sees the engine (mongo-java-server on
 * an H2 MVStore).
 *
 * <h2>Why an acknowledged write survives {@code kill -9}</h2>
 *
 * <p>The engine changes documents and indexes in memory; the MVStore writes a version of all of them to the file only
 * at a commit. The store's own background commits are switched off, because they would write half of a command. Instead:
 *
 * <ol>
 *   <li>A command runs inside one lock: reads share it, a write has it alone. Its answer is copied before the lock is
 *       left, since the engine answers with the very documents that the next write changes.
 *   <li>A commit has the lock alone as well, so the version on disk holds whole commands only: a document and the
 *       entries of all its indexes, or none of them. Commands enter versions in the order in which they ran.
 *   <li>After the lock, each command notes how many writes had been applied by then, and waits until a version with all
 *       of them is committed and synced. Only then does its answer leave. The first one that waits commits for all
 *       ({@link GroupCommit}); while it syncs, the next writes are applied and share the next commit.
 *   <li>The same holds for reads and for refused writes. So nobody hears of a change (a document found, a duplicate key)
 *       that a crash can still undo. When no write is pending, a read waits for nothing.
 *   <li>Who asks for less gets less, in MongoDB's own words: a read with the concern "local" and a write with {@code j:
 *       false} are answered at once. That suits the steps before a confirmed write: commands enter versions in order, so
 *       when that write is durable, all before it are.
 *   <li>When a commit fails, nothing is acknowledged any more, and every later command is refused until a restart, which
 *       opens the last good version.
 * </ol>
 *
 * <p>The store frees the space of an old version only after five newer ones, each of them synced, so a crash while a
 * version is written leaves the one before it whole.
 *
 * <h2>What a damaged file looks like</h2>
 *
 * <p>A store whose end is missing opens silently at an older version. {@link AcknowledgedVersion} detects that.
 */
@NullMarked
package io.ctmconnect.embedded;

import org.jspecify.annotations.NullMarked;
