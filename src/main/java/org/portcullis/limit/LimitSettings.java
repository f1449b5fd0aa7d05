package org.portcullis.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** The bounds of each kind of {@link CostlyWork}. What they are where the operator sets none stands in application.properties. */
@ConfigMapping(prefix = LimitSettings.PREFIX)
public interface LimitSettings {

    String PREFIX = "portcullis.limit";

    /** Passwords of strangers. */
    Bounds signIn();

    /** Passwords of people who are signed in, or sign in on a device that is known. */
    Bounds password();

    /** Port-out PINs that are set or changed. */
    Bounds pinSave();

    /** Port-out requests of carriers. */
    Bounds verdict();

    /** Checks of uploaded PDF files. */
    Bounds pdfCheck();

    /** Lists and files of telephone numbers. */
    Bounds numberList();

    /** Files for spreadsheets. */
    Bounds export();

    /** Certificates and letters as PDF. */
    Bounds paper();

    /** The bounds of one kind of work. */
    interface Bounds {

        /** How much of it is done at once. */
        @Min(value = 1, message = "must be at least 1")
        int atOnce();

        /** How much of it is done at once for one caller; less than for all, unless only one is done at once. */
        @Min(value = 1, message = "must be at least 1")
        int perCaller();

        /** How often one caller may ask for it within a minute. */
        @Min(value = 1, message = "must be at least 1")
        int perMinute();

        /** How much of it may wait for its turn. */
        @Min(value = 0, message = "must not be negative")
        int queue();

        /** How long it may wait for its turn; then it is refused. */
        @WithDefault("PT5S")
        Duration within();
    }
}
