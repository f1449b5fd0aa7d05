package org.portcullis.web.http;

import java.util.ArrayDeque;
import java.util.Queue;

/** A bound on bytes held at once. Requests beyond it wait in a queue, without a thread. */
final class Places {

    private final long all;
    private final Queue<Place> row = new ArrayDeque<>();
    private long free;

    Places(long all) {
        this.all = all;
        this.free = all;
    }

    /** One permit, for a number of bytes. */
    final class Place {

        private final long bytes;
        private final Runnable given;
        private boolean isTaken;
        private int holders = 1;

        private Place(long bytes, Runnable given) {
            this.bytes = bytes;
            this.given = given;
        }

        /**
         * @return whether the permit is held once more, until another {@link #leave}; false if it was released already
         */
        boolean keep() {
            synchronized (Places.this) {
                if (holders == 0) {
                    return false;
                }
                holders++;
                return true;
            }
        }

        /** Releases the permit once all its holders have left; or leaves the queue. */
        void leave() {
            synchronized (Places.this) {
                if (holders == 0 || --holders > 0) {
                    return;
                }
                if (isTaken) {
                    free += bytes;
                } else {
                    row.remove(this);
                }
            }
            let();
        }
    }

    /** @return whether the bytes were available; they are then taken until {@link #giveBack} */
    synchronized boolean take(long bytes) {
        if (bytes > free || !row.isEmpty()) {
            return false;
        }
        free -= bytes;
        return true;
    }

    void giveBack(long bytes) {
        synchronized (this) {
            free += bytes;
        }
        let();
    }

    /**
     * @param bytes a value above the bound counts as the bound
     * @param given is called as soon as the bytes are available, possibly at once, possibly by another thread
     */
    Place await(long bytes, Runnable given) {
        var place = new Place(Math.min(bytes, all), given);
        synchronized (this) {
            row.add(place);
        }
        let();
        return place;
    }

    private void let() {
        for (Place next = next(); next != null; next = next()) {
            next.given.run();
        }
    }

    private synchronized Place next() {
        var first = row.peek();
        if (first == null || first.bytes > free) {
            return null;
        }
        row.remove();
        first.isTaken = true;
        free -= first.bytes;
        return first;
    }

    synchronized long free() {
        return free;
    }
}
