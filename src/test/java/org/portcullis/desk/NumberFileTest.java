package org.portcullis.desk;

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
import org.portcullis.desk.NumberFile.Line;
import org.portcullis.desk.NumberFile.Problem;

class NumberFileTest {

    @TempDir
    Path folder;

    private NumberFile read(String text) throws IOException {
        return NumberFile.read(Files.writeString(folder.resolve("numbers.csv"), text));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "PhoneNumber\n+12065550100\n\nabc\n", "\ufeffphonenumber\r\n+12065550100\r\n\r\nabc",
            " PHONENUMBER ;Name\n+12065550100;x\n;y\nabc;z\n",
        "\"PhoneNumber\"\n\"+12065550100\"\n\"\"\n\" abc \"\n", "Line\tPhoneNumber\n1\t+12065550100\n2\n3\tabc"})
    void readsWhatSpreadsheetsWrite(String text) throws IOException {
        assertEquals(new NumberFile(List.of(new Line(2, "+12065550100"), new Line(4, "abc")), null), read(text));
    }

    @ParameterizedTest
    @CsvSource({"'', NO_COLUMN", "+12065550100, NO_COLUMN", "PhoneNumber, EMPTY", "'PhoneNumber\n \n', EMPTY"})
    void saysWhyAFileCannotBeUsed(String text, Problem problem) throws IOException {
        assertEquals(new NumberFile(List.of(), problem), read(text));
    }

    @Test
    void readsAQuotationMarkThatNobodyCloses() throws IOException {
        assertEquals(List.of(new Line(2, "abc")), read("PhoneNumber\n\"abc").lines());
    }

    @Test
    void readsUtf16() throws IOException {
        var file = Files.write(folder.resolve("numbers.csv"), "\ufeffPhoneNumber\r\n+12065550100\r\n".getBytes(StandardCharsets.UTF_16LE));
        assertEquals(List.of(new Line(2, "+12065550100")), NumberFile.read(file).lines());
    }

    @Test
    void takesAHundredThousandAndNoMore() throws IOException {
        assertEquals(100_000, read("PhoneNumber\n" + "1\n".repeat(100_000)).lines().size());
        assertEquals(Problem.TOO_MANY, read("PhoneNumber\n" + "1\n".repeat(100_001)).problem());
    }
}
