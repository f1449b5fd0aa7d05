package org.portcullis.web.http;

import java.util.ArrayDeque;
import java.util.Queue;

/** A bound on what may be held at once, in bytes. Who finds no room waits in a row without a thread. */
final class Places {

    private final long all;
    private final Queue<Place> row = new ArrayDeque<>();
    private long free;

    Places(long all) {
        this.all = all;
        this.free = all;
    }

    /** Room that was asked for. */
    final class Place {

        private final long bytes;
        private final Runnable given;
        private boolean isTaken;
        private int holders = 1;

        private Place(long bytes, Runnable given) {
            this.bytes = bytes;
            this.given = given;
        }

        /** @return whether the room is held once more, until another {@link #leave}; not if it was given back already */
        boolean keep() {
            synchronized (Places.this) {
                if (holders == 0) {
                    return false;
                }
                holders++;
                return true;
            }
        }

        /** Gives the room back, if it is held no more; or leaves the row. */
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

    /** @return whether there was room, which is taken then, and given back by {@link #giveBack} */
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
     * @param bytes what is more than all there is counts as all
     * @param given is called as soon as there is room, possibly at once, possibly by another thread
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
