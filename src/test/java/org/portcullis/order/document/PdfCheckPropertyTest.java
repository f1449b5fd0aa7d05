package org.portcullis.order.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PdfCheckPropertyTest {

    record Danger(String object, DocumentProblem problem) {
    }

    private static Optional<DocumentProblem> problemOf(byte[] content) throws IOException {
        var file = Files.createTempFile("document", ".pdf");
        try {
            return PdfCheck.problem(Files.write(file, content));
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<Danger> dangers() {
        return Arbitraries.of(
                new Danger("<</S /JavaScript /JS (app.alert\\(1\\))>>", DocumentProblem.SCRIPT),
                new Danger("<</Type /Action /S /JavaScript /JS 4 0 R>>", DocumentProblem.SCRIPT),
                new Danger("<</S /Launch /F (cmd.exe)>>", DocumentProblem.PROGRAM_START),
                new Danger("<</S /Launch /Win <</F (cmd.exe)>>>>", DocumentProblem.PROGRAM_START),
                new Danger("<</S /GoTo /Next [<</S /Named>> <</S /Launch /NewWindow true>>]>>",
                        DocumentProblem.PROGRAM_START),
                new Danger("<</S /GoToR /F (other.pdf) /D [0 /Fit]>>", DocumentProblem.OUTSIDE_FILE),
                new Danger("<</S /GoToE /T <</R /C /N (x)>>>>", DocumentProblem.OUTSIDE_FILE),
                new Danger("<</S /Thread /D 0>>", DocumentProblem.OUTSIDE_FILE),
                new Danger("<</S /URI /URI (file:///C:/setup.exe)>>", DocumentProblem.OUTSIDE_FILE),
                new Danger("<</S /URI /URI <5c5c686f73745c7368617265>>>", DocumentProblem.OUTSIDE_FILE),
                new Danger("<</Base (\\\\\\\\host\\\\share)>>", DocumentProblem.OUTSIDE_FILE),
                new Danger("<</Type /Filespec /F (\\\\\\\\host\\\\share\\\\x.pdf)>>", DocumentProblem.OUTSIDE_FILE),
                new Danger("<</Type /Filespec /UF <feff005c005c0068>>>", DocumentProblem.OUTSIDE_FILE),
                new Danger("<</Desc (\\\\\\\\host\\\\share)>>", DocumentProblem.OUTSIDE_FILE),
                new Danger("<</Length 2 /F (x.bin)>> stream\nxx\nendstream", DocumentProblem.OUTSIDE_FILE),
                new Danger("<</Type /Filespec /F (setup.exe) /EF <</F 4 0 R>>>>", DocumentProblem.ATTACHMENT),
                new Danger("<</S /SubmitForm /Flags 4>>", DocumentProblem.FORM_SENDING),
                new Danger("<</S /ImportData>>", DocumentProblem.DATA_IMPORT),
                new Danger("<</S /Rendition /OP 0>>", DocumentProblem.MEDIA),
                new Danger("<</Subtype /RichMedia>>", DocumentProblem.MEDIA),
                new Danger("<</Subtype /Screen>>", DocumentProblem.MEDIA),
                new Danger("<</XFA 4 0 R>>", DocumentProblem.XFA_FORM));
    }

    @Property(tries = 300)
    void takesHarmlessDocuments(@ForAll long seed) throws IOException {
        assertEquals(Optional.empty(), problemOf(RandomPdf.harmless(seed)));
    }

    @Property(tries = 1_000)
    void findsADangerWhereverItHangs(@ForAll long seed, @ForAll @IntRange(min = 0) int place,
            @ForAll("dangers") Danger danger)
            throws IOException {
        var pdf = RandomPdf.with(seed, place, danger.object);
        assertEquals(Optional.of(danger.problem), problemOf(pdf), () -> new String(pdf, StandardCharsets.ISO_8859_1));
    }

    @Property(tries = 300)
    void answersWhateverIsWrongWithAFile(@ForAll long seed, @ForAll @IntRange(min = 0) int place, @ForAll byte value)
            throws IOException {
        var pdf = RandomPdf.harmless(seed);
        pdf[place % pdf.length] = value;
        problemOf(pdf);
    }
}
