package org.portcullis.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ReadableTest {

    @Test
    void showsWhatCannotBeSeenAsASignOfItsOwn() {
        assertEquals("2\ufffd0\ufffd6\ufffd5\ufffd", Readable.shown("2\u00000\u00856\u202e5\ud83d"));
        assertEquals("É\ud83d\ude00 5", Readable.shown("É\ud83d\ude00 5"));
    }
}
