package org.portcullis.portout.api;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a request asks for, read and found usable. */
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

    /** @return what was given, possibly empty; null where nothing was */
    String text(Field field) {
        return texts.get(field);
    }

    /** Without the PIN, wherever it is printed. */
    @Override
    public String toString() {
        return "AskedFor[" + numbers.size() + " numbers]";
    }
}
