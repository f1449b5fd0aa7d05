package org.portcullis.browser;

/** What is written on the pages, in both languages, with plain apostrophes and blanks. */
enum Words {
    SIGN_IN("Sign in", "Se connecter"),
    SIGN_OUT("Sign out", "Se déconnecter"),
    SIGNED_OUT("You are signed out.", "La déconnexion a bien été effectuée."),
    USERNAME("E-mail address", "Adresse e-mail"),
    PASSWORD("Password", "Mot de passe"),
    SKIP("Skip to the content", "Aller au contenu"),
    VOICE("Voice", "Voix"),
    PORT_ORDERS("Port orders", "Commandes de portage"),
    WHAT_HAPPENS_NOW("What happens now", "Ce qui se passe maintenant"),
    BACK("All port orders", "Toutes les commandes de portage"),
    MANAGE_PIN("Set up and manage the PIN", "Configurer et gérer le code confidentiel"),
    PANEL("Set or change your port out PIN", "Définir ou modifier votre code confidentiel de transfert"),
    PIN("Port out PIN", "Code confidentiel de transfert"),
    SAVE("Save", "Enregistrer"),
    SHOW("Show", "Afficher"),
    HIDE("Hide", "Masquer"),
    GENERATE("Generate a PIN", "Générer un code"),
    GENERATED("It is not set until you save it", "Il n'est défini qu'une fois enregistré"),
    NOT_SET("No PIN is set: your numbers can't be ported out.",
            "Aucun code confidentiel n'est défini : vos numéros ne peuvent pas être transférés vers un autre opérateur."),
    SET("A PIN is set.", "Un code confidentiel est défini."),
    REFUSED("The PIN must be 6 to 10 digits, with no letters or special characters.",
            "Le code confidentiel doit comporter de 6 à 10 chiffres, sans lettre ni caractère spécial."),
    BLANKED("Once set, the PIN can be changed, but it can't be removed or left blank.",
            "Une fois défini, le code confidentiel peut être modifié, mais il ne peut être ni supprimé ni laissé vide."),
    WEAK("The PIN is saved, but it is easy to guess", "Le code confidentiel est enregistré, mais il est facile à deviner"),
    ONLY_ADMINS("Only a telephony admin of your organization can set or change the PIN.",
            "Seul un administrateur téléphonie de votre organisation peut définir ou modifier le code confidentiel."),
    NOT_IN_UNITED_STATES("The port out PIN is only used for organizations in the United States.",
            "Le code confidentiel de transfert est réservé aux organisations situées aux États-Unis."),
    CREATE_ORGANIZATION("Create the organization", "Créer l'organisation"),
    NUMBERS("Numbers", "Numéros"),
    ADD("Add", "Ajouter"),
    IMPORT("Import", "Importer"),
    CREATE_ACCOUNT("Create the account", "Créer le compte"),
    LIKE_THE_SYSTEM("Use the system setting", "Selon le système"),
    DARK("Dark", "Sombre");

    private final String english;
    private final String french;

    Words(String english, String french) {
        this.english = english;
        this.french = french;
    }

    String in(Language language) {
        return language == Language.ENGLISH ? english : french;
    }
}
