package org.portcullis.account;

import java.util.EnumMap;
import java.util.Map;

/** The form of the first account. After an error, it shows again what was typed, except the password. */
record SetUpForm(String name, String email, Map<Field, AccountProblem> problems, PasswordProblem passwordProblem) {

    enum Field {
        NAME, EMAIL
    }

    static SetUpForm empty() {
        return new SetUpForm("", "", Map.of(), null);
    }

    static SetUpForm checked(String name, String email, String password, PasswordPolicy passwords) {
        var problems = new EnumMap<Field, AccountProblem>(Field.class);
        AccountProblem.ofName(name).ifPresent(problem -> problems.put(Field.NAME, problem));
        AccountProblem.ofEmail(email).ifPresent(problem -> problems.put(Field.EMAIL, problem));
        return new SetUpForm(orEmpty(name), orEmpty(email), problems,
                passwords.problem(password, orEmpty(name), orEmpty(email)).orElse(null));
    }

    public boolean isFailed() {
        return !isValid();
    }

    boolean isValid() {
        return problems.isEmpty() && passwordProblem == null;
    }

    public AccountProblem getNameProblem() {
        return problems.get(Field.NAME);
    }

    public AccountProblem getEmailProblem() {
        return problems.get(Field.EMAIL);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text.strip();
    }
}
