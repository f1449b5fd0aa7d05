package org.portcullis.limit;

import java.util.concurrent.atomic.AtomicBoolean;

/** Leave to do costly work once; it must be given back as soon as the work ends. */
public final class Permit implements AutoCloseable {

    private final AtomicBoolean isOver = new AtomicBoolean();
    private final Runnable end;

    /** @param end gives it back */
    public Permit(Runnable end) {
        this.end = end;
    }

    /** Gives it back. Once more does nothing. */
    @Override
    public void close() {
        if (isOver.compareAndSet(false, true)) {
            end.run();
        }
    }
}
