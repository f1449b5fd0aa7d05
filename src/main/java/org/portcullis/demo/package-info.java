/**
 * The demo: two organizations with people, numbers and orders, made up. Without its switch none of it exists.
 * It may know every package; none knows it.
 */
package org.portcullis.demo;
