package org.portcullis.browser;

/** A language of the portal. */
enum Language {
    ENGLISH("en-US", "English"), FRENCH("fr-FR", "Français");

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    String tag() {
        return tag;
    }

    String ownName() {
        return ownName;
    }

    Language other() {
        return this == ENGLISH ? FRENCH : ENGLISH;
    }
}
