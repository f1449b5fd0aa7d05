package org.portcullis.settings;

import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys by id, so that one can take the place of another while what the old one protects is still readable.
 * Written as {@code id:base64}, separated by commas or line ends; the last key is the current one.
 */
public final class KeyRing {

    static final String ALGORITHM = "HmacSHA256";
    static final int KEY_BYTES = 32;

    private final Map<String, SecretKey> keys;
    private final String currentId;

    private KeyRing(Map<String, SecretKey> keys, String currentId) {
        this.keys = keys;
        this.currentId = currentId;
    }

    /**
     * @param text the keys as written in a setting or a file; lines that start with {@code #} are comments
     * @param origin the setting or file, for the error's sentence
     * @throws InvalidSettingException if there is no key, or one is malformed, too short or doubled
     */
    static KeyRing parse(String text, String origin) {
        var keys = new LinkedHashMap<String, SecretKey>();
        var entries = text.lines()
                .filter(line -> !line.stripLeading().startsWith("#"))
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
        String last = null;
        for (String entry : entries) {
            int colon = entry.indexOf(':');
            if (colon < 1 || colon > 20) {
                throw new InvalidSettingException(
                        origin + " must hold keys written as id:base64, the id at most 20 characters long");
            }
            last = entry.substring(0, colon);
            if (keys.put(last, key(entry.substring(colon + 1), origin)) != null) {
                throw new InvalidSettingException(origin + " holds two keys with the id " + last);
            }
        }
        if (last == null) {
            throw new InvalidSettingException(origin + " holds no key; write one as id:base64");
        }
        return new KeyRing(keys, last);
    }

    /** @throws InvalidSettingException if the text is no Base64 of at least 32 bytes */
    static SecretKey key(String base64, String origin) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            // The cause is left out: its message quotes a character of the key.
            throw new InvalidSettingException(origin + " must be Base64");
        }
        if (bytes.length < KEY_BYTES) {
            throw new InvalidSettingException(origin + " must be Base64 of at least " + KEY_BYTES + " random bytes");
        }
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    public String currentId() {
        return currentId;
    }

    public SecretKey current() {
        return keys.get(currentId);
    }

    public Optional<SecretKey> byId(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    public Set<String> ids() {
        return keys.keySet();
    }
}
