package org.portcullis.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Requirements for a password (NIST SP 800-63B-4 §3.1.1): it must be long, and neither leaked nor commonly used.
 * Digits, capitals or special characters are not required.
 */
@ApplicationScoped
class PasswordPolicy {

    static final int MINIMUM_LENGTH = 12;
    /** In characters: longer than any password in practice, and still quick to digest. */
    static final int MAXIMUM_LENGTH = 256;

    private static final List<String> BLOCKLISTS = List.of("/org/portcullis/account/common-passwords.txt",
            "/org/portcullis/account/leaked-passwords.txt");
    private static final String PRODUCT = "portcullis";

    private final Set<String> common = BLOCKLISTS.stream().flatMap(PasswordPolicy::lines)
            .collect(Collectors.toUnmodifiableSet());

    /**
     * @param personal words that belong to the person, such as their e-mail address and name
     * @return what is wrong with it, if anything
     */
    Optional<PasswordProblem> problem(String password, String... personal) {
        if (password == null || password.isEmpty()) {
            return Optional.of(PasswordProblem.MISSING);
        }
        if (password.codePointCount(0, password.length()) < MINIMUM_LENGTH) {
            return Optional.of(PasswordProblem.TOO_SHORT);
        }
        if (password.codePointCount(0, password.length()) > MAXIMUM_LENGTH) {
            return Optional.of(PasswordProblem.TOO_LONG);
        }
        if (password.chars().anyMatch(Character::isISOControl)) {
            return Optional.of(PasswordProblem.UNUSABLE);
        }
        if (isCommon(password)) {
            return Optional.of(PasswordProblem.COMMON);
        }
        return isPersonal(password, personal) ? Optional.of(PasswordProblem.PERSONAL) : Optional.empty();
    }

    /** In the list of common passwords, with or without a usual suffix, or a few characters repeated. */
    private boolean isCommon(String password) {
        var lower = password.toLowerCase(Locale.ROOT);
        var stem = lower.replaceAll("[\\d\\p{Punct}\\s]+$", "");
        return common.contains(lower) || common.contains(stem) || isRepetition(lower) || isRun(lower);
    }

    private static boolean isRepetition(String text) {
        for (int length = 1; length <= text.length() / 3; length++) {
            if (text.repeat(2).startsWith(text, length) && text.length() % length == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRun(String text) {
        int step = text.charAt(1) - text.charAt(0);
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) - text.charAt(i - 1) != step) {
                return false;
            }
        }
        return Math.abs(step) <= 1;
    }

    /** The product's name or the person's name, with only a few characters around it. */
    private static boolean isPersonal(String password, String... personal) {
        var lower = password.toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(PRODUCT), Stream.of(personal))
                .flatMap(word -> Stream.of(word, word.split("@")[0], word.replace(" ", "")))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= 4)
                .anyMatch(word -> lower.replace(word, "").length() < 6 && lower.contains(word));
    }

    private static Stream<String> lines(String list) {
        try (var file = PasswordPolicy.class.getResourceAsStream(list);
                var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().dropWhile(line -> line.startsWith("# ")).filter(line -> !line.isBlank()).toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
