package org.portcullis.packaged;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * For tests in browsers: they share a packaged portal on H2, apart from that of the tests of pages. Whoever looks at what
 * all organizations have in common locks {@value #PORTAL} for itself.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedPortal.OfBrowsers.class)
@ResourceLock(value = ForBrowsers.PORTAL, mode = ResourceAccessMode.READ)
public @interface ForBrowsers {

    String PORTAL = "the portal for browsers";
}
