/**
 * Work that takes longer than a page may: done in the background, item by item or many at once, each lot in a
 * transaction of its own; how far it got and what became of each item is in the database, for any process to show.
 * Begin it with {@link org.portcullis.work.Works#start}, show it with {@link org.portcullis.work.Work#byId} and
 * {@link org.portcullis.work.WorkItem}; the words for kinds and outcomes belong to whoever starts it.
 */
package org.portcullis.work;
