package org.portcullis.order.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.portcullis.pdf.Lettering;
import org.portcullis.web.i18n.Formats;
import org.portcullis.web.i18n.Languages;

/** The text of a letter of authorization, for the page and for the PDF. */
public record LetterText(Locale language, String title, List<Fact> facts, String statementsTitle,
        List<String> statements,
        String numbersTitle, List<String> numbers) {

    private static final String ABSENT = "–";

    /** On the page; the PDF contains all. */
    private static final int NUMBERS_SHOWN = 50;

    /** A detail of the letter with its label. */
    public record Fact(String label, String value) {
    }

    static LetterText of(LetterOfAuthorization letter, Locale language) {
        var words = Languages.words(DocumentMessages.class, language);
        return new LetterText(language, words.loaTitle(), facts(letter, words, language), words.loaStatementsTitle(),
                statements(letter, words), words.numbersTitle(), letter.numbers());
    }

    private static List<Fact> facts(LetterOfAuthorization letter, DocumentMessages words, Locale language) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(words.organization(), letter.organization()));
        facts.add(new Fact(words.losingCarrier(), letter.losingCarrier()));
        facts.add(fact(words.accountName(), letter.accountName()));
        facts.add(fact(words.accountNumber(), letter.accountNumber()));
        facts.add(fact(words.authorizedPerson(), letter.authorizedPerson()));
        facts.add(fact(words.serviceAddress(), letter.street() == null ? letter.place()
                : letter.place() == null ? letter.street() : letter.street() + ", " + letter.place()));
        facts.add(fact(words.btn(), telephone(letter.btn())));
        facts.add(new Fact(words.extent(), letter.full() ? words.full() : words.partial()));
        if (letter.replacementBtn() != null) {
            facts.add(new Fact(words.replacementBtn(), telephone(letter.replacementBtn())));
        }
        if (letter.requestedDate() != null) {
            facts.add(new Fact(words.requestedDate(), Formats.date(letter.requestedDate(), language)));
        }
        return facts;
    }

    private static List<String> statements(LetterOfAuthorization letter, DocumentMessages words) {
        var organization = letter.organization();
        var carrier = letter.losingCarrier();
        var provider = letter.provider() == null ? words.newCarrier() : letter.provider();
        return List.of(
                words.loaMandate(organization, provider, carrier),
                letter.full() ? words.loaFull(carrier) : words.loaPartial(carrier),
                words.loaAuthority(organization),
                words.loaRecords(organization, provider, carrier),
                words.loaCharges(organization, carrier),
                words.loaEnd(organization));
    }

    private static Fact fact(String label, String value) {
        return new Fact(label, value == null || value.isBlank() ? ABSENT : value);
    }

    private static String telephone(String e164) {
        return e164 == null ? null : Formats.telephoneNumber(e164);
    }

    /**
     * @return the details with characters that no font of the PDF can draw, reduced to those characters; such a letter
     * can't be signed
     */
    public List<Fact> getUndrawable() {
        var found = new ArrayList<Fact>();
        facts.stream().filter(fact -> isUndrawable(fact.value))
                .forEach(fact -> found.add(named(fact.label, List.of(fact.value))));
        if (found.isEmpty() && !Lettering.missing(statements).isEmpty()) {
            found.add(named(statementsTitle, statements));
        }
        return found;
    }

    private static boolean isUndrawable(String text) {
        return !Lettering.missing(List.of(text)).isEmpty();
    }

    private static Fact named(String label, List<String> texts) {
        return new Fact(label, Lettering.named(Lettering.missing(texts)));
    }

    /** @return the first numbers, for a page that has to stay small */
    public List<String> getNumbersShown() {
        return numbers.subList(0, Math.min(NUMBERS_SHOWN, numbers.size()));
    }

    /** @return how many more lines of numbers there are */
    public int getNumbersUnlisted() {
        return numbers.size() - getNumbersShown().size();
    }

    List<Fact> signedWith(Signature signature) {
        var words = Languages.words(DocumentMessages.class, language);
        return List.of(new Fact(words.signatureName(), signature.name()),
                new Fact(words.signatureAt(), Formats.exact(signature.at(), language, signature.zone())),
                new Fact(words.signatureAddress(), signature.address()));
    }
}
