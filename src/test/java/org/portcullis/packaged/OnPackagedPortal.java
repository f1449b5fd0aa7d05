package org.portcullis.packaged;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * For tests of the packaged portal: the class runs once on each database that is named. On both run those whose SQL matters.
 * All classes share one portal on each database, one class after the other.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(PackagedPortals.class)
@ResourceLock(providers = PackagedPortals.Locks.class)
public @interface OnPackagedPortal {

    Database[] value() default Database.H2;
}
