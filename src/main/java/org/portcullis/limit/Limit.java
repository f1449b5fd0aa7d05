package org.portcullis.limit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.portcullis.limit.LimitReachedException.Reason;
import org.portcullis.limit.LimitSettings.Bounds;

/**
 * The bounds of one kind of work. Callers take turns, however much each of them asks for; and where the queue is full, who has
 * most in it makes room for who has less.
 */
final class Limit {

    /** In seconds: when there may be room again for what there is none for now. */
    private static final int ROOM_AFTER = 5;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final CostlyWork work;
    private final Bounds bounds;
    private final LongSupplier nanoTime;
    private final Map<String, Caller> callers = new HashMap<>();
    /** Those of whom something waits, in the order of their turns. */
    private final Deque<Caller> round = new ArrayDeque<>();
    private int running;
    private int waiting;
    private long sweptAt;

    /** @param nanoTime a clock that nothing sets back */
    Limit(CostlyWork work, Bounds bounds, LongSupplier nanoTime) {
        this.work = work;
        this.bounds = bounds;
        this.nanoTime = nanoTime;
        this.sweptAt = nanoTime.getAsLong();
    }

    /** One who asks, with what is left of the minute's share. */
    private final class Caller {

        private final Deque<Request> requests = new ArrayDeque<>();
        private int running;
        private double left = bounds.perMinute();
        private long countedAt = nanoTime.getAsLong();

        private void count(long now) {
            left = Math.min(bounds.perMinute(), left + (double) (now - countedAt) * bounds.perMinute() / MINUTE);
            countedAt = now;
        }

        private void takeBack() {
            left = Math.min(bounds.perMinute(), left + 1);
        }

        private Duration untilNext() {
            return Duration.ofSeconds(
                    (long) Math.ceil((1 - left) * MINUTE / bounds.perMinute() / Duration.ofSeconds(1).toNanos()));
        }

        private boolean isForgettable(long now) {
            return running == 0 && requests.isEmpty() && now - countedAt >= MINUTE;
        }
    }

    /** What was asked for. Its turn comes to {@link #turn()}, or {@link LimitReachedException} does. */
    final class Request {

        private final Caller caller;
        private final CompletableFuture<Permit> turn = new CompletableFuture<>();

        private Request(Caller caller) {
            this.caller = caller;
        }

        CompletableFuture<Permit> turn() {
            return turn;
        }

        /** It waited for long enough. Does nothing once its turn has come. */
        void giveUp() {
            synchronized (Limit.this) {
                if (!caller.requests.remove(this)) {
                    return;
                }
                left(caller);
            }
            refuse(Reason.TOO_LATE);
        }

        private void refuse(Reason reason) {
            turn.completeExceptionally(noRoom(work, reason));
        }
    }

    static LimitReachedException full(CostlyWork work) {
        return noRoom(work, Reason.TOO_MANY);
    }

    private static LimitReachedException noRoom(CostlyWork work, Reason reason) {
        return new LimitReachedException(work, reason, Duration.ofSeconds(ROOM_AFTER));
    }

    /** @return the request, whose turn may have come already, or have been refused */
    Request ask(String name) {
        var given = new ArrayList<Request>();
        Optional<Request> displaced = Optional.empty();
        Request request;
        synchronized (this) {
            var now = nanoTime.getAsLong();
            sweep(now);
            var caller = callers.computeIfAbsent(name, key -> new Caller());
            caller.count(now);
            request = new Request(caller);
            if (caller.left < 1) {
                request.turn
                        .completeExceptionally(new LimitReachedException(work, Reason.TOO_OFTEN, caller.untilNext()));
                return request;
            }
            caller.left--;
            add(request);
            given.addAll(next());
            if (waiting > bounds.queue()) {
                displaced = displaced(request);
            }
        }
        given.forEach(this::give);
        displaced.ifPresent(last -> last.refuse(Reason.TOO_MANY));
        return request;
    }

    private void add(Request request) {
        if (request.caller.requests.isEmpty()) {
            round.add(request.caller);
        }
        request.caller.requests.add(request);
        waiting++;
    }

    /** What waits is one too many: the last one goes of who has most, and the newest one where all have the same. */
    private Optional<Request> displaced(Request newest) {
        var most = round.stream().max(Comparator.comparingInt(caller -> caller.requests.size())).orElseThrow();
        var from = most.requests.size() > newest.caller.requests.size() ? most : newest.caller;
        var last = from.requests.removeLast();
        left(from);
        return Optional.of(last);
    }

    /** One that waited does so no more, and was nothing. */
    private void left(Caller caller) {
        waiting--;
        caller.takeBack();
        if (caller.requests.isEmpty()) {
            round.remove(caller);
        }
    }

    /** @return those whose turn comes now */
    private List<Request> next() {
        var given = new ArrayList<Request>();
        for (var caller = free(); running < bounds.atOnce() && caller.isPresent(); caller = free()) {
            given.add(begin(caller.get()));
        }
        return given;
    }

    private Optional<Caller> free() {
        return round.stream().filter(caller -> caller.running < bounds.perCaller()).findFirst();
    }

    private Request begin(Caller caller) {
        round.remove(caller);
        var request = caller.requests.remove();
        waiting--;
        running++;
        caller.running++;
        if (!caller.requests.isEmpty()) {
            round.add(caller);
        }
        return request;
    }

    private void give(Request request) {
        var turn = new Permit(() -> end(request.caller));
        if (!request.turn.complete(turn)) {
            turn.close();
        }
    }

    private void end(Caller caller) {
        List<Request> given;
        synchronized (this) {
            running--;
            caller.running--;
            given = next();
        }
        given.forEach(this::give);
    }

    private void sweep(long now) {
        if (now - sweptAt >= MINUTE) {
            callers.values().removeIf(caller -> caller.isForgettable(now));
            sweptAt = now;
        }
    }

    /** @return how many callers are known, for tests */
    synchronized int known() {
        return callers.size();
    }
}
