package org.portcullis.packaged;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/** Leads a class with {@link OnPackagedPortal} to the portals that it names. */
class PackagedPortals implements ClassTemplateInvocationContextProvider {

    /** One class at a time has a database's portal. */
    static class Locks implements ResourceLocksProvider {

        @Override
        public Set<Lock> provideForClass(Class<?> testClass) {
            return Arrays.stream(databases(testClass)).map(database -> new Lock("the portal on " + database))
                    .collect(Collectors.toSet());
        }
    }

    private record Invocation(Database database) implements ClassTemplateInvocationContext {

        @Override
        public String getDisplayName(int index) {
            return database.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(database.portal());
        }
    }

    private static Database[] databases(Class<?> testClass) {
        return testClass.getAnnotation(OnPackagedPortal.class).value();
    }

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<Invocation> provideClassTemplateInvocationContexts(ExtensionContext context) {
        return Arrays.stream(databases(context.getRequiredTestClass())).map(Invocation::new);
    }
}
