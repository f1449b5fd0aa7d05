package org.portcullis.web.form;

import jakarta.ws.rs.BadRequestException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Values that the portal itself puts into an address or a hidden field: any other value was made up by the sender. */
public final class Parameters {

    private Parameters() {
    }

    /** @throws BadRequestException if the text is no id */
    public static UUID uuid(String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e);
        }
    }

    /** @throws BadRequestException if the text is no version number */
    public static int version(String text) {
        try {
            int version = Integer.parseInt(text == null ? "" : text);
            if (version >= 0) {
                return version;
            }
        } catch (NumberFormatException e) {
            throw new BadRequestException(e);
        }
        throw new BadRequestException();
    }

    /**
     * @param text possibly null, which is the first page
     * @return the number of a page, from 1
     * @throws BadRequestException if the text is no number
     */
    public static int page(String text) {
        return text == null ? 1 : Math.max(1, version(text));
    }

    /**
     * @param values returns the value that a text stands for, or empty
     * @return the value that the text stands for; empty for no text
     * @throws BadRequestException if the text stands for none
     */
    public static <T> Optional<T> known(String text, Function<String, Optional<T>> values) {
        return text == null || text.isEmpty() ? Optional.empty()
                : Optional.of(values.apply(text).orElseThrow(BadRequestException::new));
    }

    /** @return the constant with that name; nothing where there is none, and for null */
    public static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants()).filter(constant -> constant.name().equals(name)).findFirst();
    }

    /**
     * @param typed a search text, possibly null
     * @return it without surrounding blanks, possibly empty; of any length, since a text that is too long simply
     * matches nothing
     */
    public static String search(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
