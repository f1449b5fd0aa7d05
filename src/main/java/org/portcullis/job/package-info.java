/**
 * Work that takes longer than a request: done in the background, item by item or many at once, each lot in a transaction of
 * its own. How far it got and what became of each item is in the database, for any process to show. Begin it with
 * {@link org.portcullis.job.JobRunner#start}, read it with {@link org.portcullis.job.Job#byId} and
 * {@link org.portcullis.job.JobItem}; the words for kinds and outcomes belong to the caller.
 */
package org.portcullis.job;
