package org.portcullis.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;

/** The input device of a test: a pointer, or only the keyboard. */
enum Hands {
    POINTER {
        @Override
        void press(Locator target) {
            target.click();
        }

        @Override
        void type(Locator field, String text) {
            field.fill(text);
        }

        @Override
        void tick(Locator choice) {
            choice.check();
        }
    },
    KEYBOARD {
        @Override
        void press(Locator target) {
            reach(target);
            target.page().keyboard().press("Enter");
        }

        @Override
        void type(Locator field, String text) {
            reach(field);
            if (isDated(field)) {
                // How a day is typed differs from browser to browser; that its field is reached is what counts.
                field.fill(text);
            } else {
                field.page().keyboard().type(text);
            }
        }

        @Override
        void tick(Locator choice) {
            reach(choice);
            choice.page().keyboard().press("Space");
        }
    };

    /** More stops than any page of the tests has. */
    private static final int PATIENCE = 80;

    /** Whether the eye finds the focus: it has a ring of at least 2 px, on the screen. Then whether it is at the target. */
    private static final String FOCUS = """
            target => {
              const focused = document.activeElement;
              if (focused === document.body) return { visible: true, arrived: false };
              const style = getComputedStyle(focused);
              const box = focused.getBoundingClientRect();
              const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
              const onScreen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0
                  && box.top < innerHeight && box.left < innerWidth;
              return { visible: ring && onScreen, arrived: focused === target };
            }""";

    abstract void press(Locator target);

    abstract void type(Locator field, String text);

    abstract void tick(Locator choice);

    private static boolean isDated(Locator field) {
        return List.of("date", "time").contains(String.valueOf(field.getAttribute("type")));
    }

    /** Goes on with the tab key until the target has the focus. */
    private static void reach(Locator target) {
        var page = target.page();
        for (int i = 0; i < PATIENCE; i++) {
            var focus = (Map<?, ?>) target.evaluate(FOCUS);
            assertEquals(true, focus.get("visible"),
                    () -> "Invisible focus at " + page.url() + ": "
                            + page.evaluate("() => document.activeElement.outerHTML"));
            if (focus.get("arrived").equals(true)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The tab key does not reach " + target + " at " + page.url());
    }
}
