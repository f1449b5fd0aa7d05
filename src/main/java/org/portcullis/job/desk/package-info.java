/**
 * The page of a job that the desk started: how far it is, and its report.
 */
package org.portcullis.job.desk;
