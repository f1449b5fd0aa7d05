package org.portcullis.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.testing.Page;

/** The build proves that no key is missing; here is proved what a build can't know: typography, and the words that stay. */
class MessagesTest {

    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");
    private static final Pattern FRENCH_ERRORS = Pattern.compile(
            "'|\"| [:;!?»]|« |[^\\s\u202f][;!?](?:\\s|$)|[^\\s\u00a0]:(?:\\s|$)|\\d (?:000|h|heures|Mo|caractères)\\b|\\u00a0[;!?]|\\.\\.\\.");
    private static final Pattern ENGLISH_ERRORS = Pattern.compile("'|\"|\u00a0[:;!?]| [:;!?]|\\.\\.\\.");

    private static Map<String, String> read(Path file) {
        var words = new TreeMap<String, String>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.filter(line -> line.contains("=")).forEach(line -> words.put(line.substring(0, line.indexOf('=')),
                    line.substring(line.indexOf('=') + 1)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return words;
    }

    private static void eachBundle(BiConsumer<Map<String, String>, Map<String, String>> check) throws IOException {
        try (var files = Files.list(FOLDER)) {
            var english = files.filter(file -> !file.getFileName().toString().contains("_")).toList();
            assertTrue(english.size() >= 7);
            for (Path file : english) {
                check.accept(read(file),
                        read(FOLDER.resolve(file.getFileName().toString().replace(".properties", "_fr.properties"))));
            }
        }
    }

    @Test
    void haveTheSameKeysInBothLanguages() throws IOException {
        eachBundle((english, french) -> assertEquals(english.keySet(), french.keySet()));
    }

    @Test
    void areSetAsTheirLanguageIs() throws IOException {
        var wrong = new ArrayList<String>();
        eachBundle((english, french) -> {
            english.forEach((key, text) -> addIfFound(wrong, key, text, ENGLISH_ERRORS));
            french.forEach((key, text) -> addIfFound(wrong, key, text, FRENCH_ERRORS));
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void areTranslated() throws IOException {
        var same = new ArrayList<String>();
        eachBundle((english, french) -> english.forEach((key, text) -> {
            if (text.equals(french.get(key)) && text.contains(" ")) {
                same.add(key);
            }
        }));
        assertEquals(List.of(), same);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "web|voice|Voice|Voix",
        "web|portOrders|Port orders|Commandes de portage",
        "web|signOut|Sign out|Se déconnecter",
        "account|signIn|Sign in|Se connecter",
        "order|heading|Port orders|Commandes de portage",
        "order|state_$DRAFT|Draft|Brouillon",
        "order|state_$PROCESSING|Processing|En cours de traitement",
        "order|state_$CONTACTING_CARRIER|Contacting carrier|En attente de l'opérateur donneur",
        "order|state_$TRANSFER_APPROVED|Transfer approved|Portage confirmé",
        "order|state_$TRANSFER_PENDING|Transfer pending|Portage imminent (moins de 24 h)",
        "order|state_$ACTION_REQUIRED|Action required|Action requise",
        "order|state_$PARTIALLY_COMPLETED|Partially completed|Partiellement terminée",
        "order|state_$COMPLETED|Completed|Terminée",
        "order|state_$CANCELLED|Cancelled|Annulée",
        "order|focDate|FOC date|Date de portage confirmée (FOC)",
        "order|requestedDate|Requested date|Date de portage souhaitée",
        "order|direction_IN|Port in|Portabilité entrante",
        "order|direction_OUT|Port out|Portabilité sortante",
        "order|losingCarrier|Losing carrier|Opérateur donneur",
        "order|gainingCarrier|Gaining carrier|Opérateur receveur",
        "order|extent_FULL|Full port|Portabilité totale",
        "order|extent_PARTIAL|Partial port|Portabilité partielle",
        "pin|link|Set up and manage the PIN|Configurer et gérer le code confidentiel",
        "pin|heading|Set or change your port out PIN|Définir ou modifier votre code confidentiel de transfert",
        "pin|field|Port out PIN|Code confidentiel de transfert",
        "pin|save|Save|Enregistrer",
        "pin|cancel|Cancel|Annuler",
        "pin|set|A PIN is set.|Un code confidentiel est défini.",
        "pin|notSet|No PIN is set: your numbers can't be ported out.|Aucun code confidentiel n'est défini : vos numéros ne peuvent pas être transférés vers un autre opérateur.",
        "pin|problem_$BLANKED|Once set, the PIN can be changed, but it can't be removed or left blank.|Une fois défini, le code confidentiel peut être modifié, mais il ne peut être ni supprimé ni laissé vide.",
        "pin|notInUnitedStates|The port out PIN is only used for organizations in the United States.|Le code confidentiel de transfert est réservé aux organisations situées aux États-Unis."})
    void keepTheWordsThatStayAsTheyAre(String bundle, String key, String english, String french) {
        assertEquals(english, Page.folded(read(FOLDER.resolve(bundle + ".properties")).get(key)));
        assertEquals(french, Page.folded(read(FOLDER.resolve(bundle + "_fr.properties")).get(key)));
    }

    @Test
    void avoidTheWordsThatMeanSomethingElse() throws IOException {
        var wrong = new ArrayList<String>();
        var avoided = Pattern.compile(
                "(?i)\\bNIP\\b|commandes? de port\\b|\\btransporteur|\\bperdant|\\bgagnant|\\bInterrompu|engagement de commande");
        eachBundle((english, french) -> french.forEach((key, text) -> addIfFound(wrong, key, text, avoided)));
        assertEquals(List.of(), wrong);
    }

    private static void addIfFound(List<String> wrong, String key, String text, Pattern errors) {
        if (errors.matcher(PARAMETER.matcher(text).replaceAll("x")).find()) {
            wrong.add(key + "=" + text);
        }
    }
}
