package org.portcullis.organization.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.job.desk.ReportOutcome;
import org.portcullis.organization.Organization;
import org.portcullis.organization.desk.NumberFile.Line;
import org.portcullis.organization.desk.NumberFile.Problem;

class NumberFileTest {

    @TempDir
    Path folder;

    private NumberFile read(String text) throws IOException {
        return read(Files.writeString(folder.resolve("numbers.csv"), text));
    }

    private static NumberFile read(Path file) {
        var organization = new Organization();
        organization.country = "US";
        return NumberFile.read(file, organization);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "PhoneNumber\n+12065550100\n\nabc\n", "\ufeffphonenumber\r\n+12065550100\r\n\r\nabc",
        " PHONENUMBER ;Name\n+12065550100;x\n;y\nabc;z\n",
        "\"PhoneNumber\"\n\"+12065550100\"\n\"\"\n\" abc \"\n", "Line\tPhoneNumber\n1\t+12065550100\n2\n3\tabc"})
    void readsWhatSpreadsheetsWrite(String text) throws IOException {
        assertEquals(new NumberFile(List.of(new Line(2, "+12065550100", null), new Line(4, "abc", null)), null, ""),
                read(text));
    }

    @ParameterizedTest
    @CsvSource({"'', EMPTY, ''", "'Name,Place\nx,y', NO_COLUMN, 'Name, Place'", "PhoneNumber, HEADER_ONLY, PhoneNumber",
        "'Numéro\n \n', HEADER_ONLY, Numéro", "%PDF-1.7, NOT_CSV, ''"})
    void saysWhyAFileCannotBeUsed(String text, Problem problem, String columns) throws IOException {
        assertEquals(new NumberFile(List.of(), problem, columns), read(text));
    }

    @Test
    void namesAQuotationMarkThatIsNeverClosedAndReadsOn() throws IOException {
        assertEquals(
                List.of(new Line(2, "3,\"Front desk,425-555-0163", ReportOutcome.OPEN_QUOTE),
                        new Line(3, "425-555-0164", null)),
                read("Id,Name,PhoneNumber\n3,\"Front desk,425-555-0163\n4,Back office,425-555-0164\n").lines());
    }

    @Test
    void readsUtf16() throws IOException {
        var file = Files.write(folder.resolve("numbers.csv"),
                "\ufeffPhoneNumber\r\n+12065550100\r\n".getBytes(StandardCharsets.UTF_16LE));
        assertEquals(List.of(new Line(2, "+12065550100", null)), read(file).lines());
    }

    @Test
    void countsTheNumbersOfRanges() throws IOException {
        assertEquals(10, read("PhoneNumber\n" + "206-555-0000-9999\n".repeat(10)).lines().size());
        assertEquals(Problem.TOO_MANY, read("PhoneNumber\n" + "206-555-0000-9999\n".repeat(11)).problem());
    }

    @Test
    void namesASecondColumn() throws IOException {
        assertEquals(List.of(new Line(1, "Phone", ReportOutcome.OTHER_COLUMN), new Line(2, "206-555-0100", null)),
                read("Phone,DID\nx,206-555-0100\n").lines());
    }

    @Test
    void takesAHundredThousandAndNoMore() throws IOException {
        assertEquals(100_000, read("PhoneNumber\n" + "1\n".repeat(100_000)).lines().size());
        assertEquals(Problem.TOO_MANY, read("PhoneNumber\n" + "1\n".repeat(100_001)).problem());
    }
}
