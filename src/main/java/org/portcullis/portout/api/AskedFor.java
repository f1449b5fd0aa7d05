package org.portcullis.portout.api;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The content of a valid request. */
final class AskedFor {

    private final List<String> numbers;
    private final Map<Field, String> texts;

    /** @param numbers in E.164 */
    AskedFor(List<String> numbers, Map<Field, String> texts) {
        this.numbers = List.copyOf(numbers);
        this.texts = new EnumMap<>(Field.class);
        this.texts.putAll(texts);
    }

    List<String> numbers() {
        return numbers;
    }

    /** @return the field's value, possibly empty; null if the field was not given */
    String text(Field field) {
        return texts.get(field);
    }

    /** Omits the PIN, since the text may be logged. */
    @Override
    public String toString() {
        return "AskedFor[" + numbers.size() + " numbers]";
    }
}
