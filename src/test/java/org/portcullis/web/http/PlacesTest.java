package org.portcullis.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private final List<String> given = new ArrayList<>();

    @Test
    void areGivenInTheOrderOfAsking() {
        var places = new Places(100);
        var first = places.await(60, () -> given.add("first"));
        var second = places.await(60, () -> given.add("second"));
        var third = places.await(10, () -> given.add("third"));
        assertEquals(List.of("first"), given);
        first.leave();
        assertEquals(List.of("first", "second", "third"), given);
        second.leave();
        third.leave();
        assertEquals(100, places.free());
    }

    @Test
    void letOneThatGivesUpGo() {
        var places = new Places(100);
        var first = places.await(100, () -> given.add("first"));
        var second = places.await(100, () -> given.add("second"));
        places.await(100, () -> given.add("third"));
        second.leave();
        first.leave();
        assertEquals(List.of("first", "third"), given);
    }

    @Test
    void areHeldUntilTheLastHolderLeaves() {
        var places = new Places(100);
        var place = places.await(100, () -> given.add("first"));
        assertTrue(place.keep());
        place.leave();
        assertEquals(0, places.free());
        place.leave();
        assertEquals(100, places.free());
        assertFalse(place.keep());
        place.leave();
        assertEquals(100, places.free());
    }

    @Test
    void giveMoreThanAllToOneAlone() {
        var places = new Places(100);
        var large = places.await(1_000, () -> given.add("large"));
        assertFalse(places.take(1));
        large.leave();
        assertTrue(places.take(100));
        places.giveBack(100);
        assertEquals(100, places.free());
    }

    @Property
    void neverAreMoreThanThereAre(@ForAll List<@IntRange(min = 1, max = 150) Integer> sizes) {
        var places = new Places(100);
        var held = new ArrayList<Places.Place>();
        for (int size : sizes) {
            held.add(places.await(size, () -> {}));
            assertTrue(places.free() >= 0);
        }
        held.forEach(place -> {
            place.leave();
            assertTrue(places.free() >= 0 && places.free() <= 100);
        });
        assertEquals(100, places.free());
    }
}
