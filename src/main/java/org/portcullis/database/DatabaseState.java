package org.portcullis.database;

/** What one look at the database found. */
enum DatabaseState {

    READY("The database takes changes again"),
    /** There is no connection, or a change was refused: no room on the disk, read-only, gone. */
    NOT_WRITABLE("The database takes no changes"),
    /** It does not answer in time. */
    SILENT("The database does not answer"),
    /** A newer version of this program migrated it while this process ran. */
    NEWER("The database was migrated by a newer version of Portcullis: stop this process"),
    /** It was put back to an older state while this process ran. */
    OLDER("The database was put back to an older schema: restart this process, so that it is migrated"),
    /** The clock of this process and that of the database differ by more than the setting allows. */
    CLOCK_OFF("The clocks of this machine and of the database differ: synchronize them (NTP)");

    private final String sentence;

    DatabaseState(String sentence) {
        this.sentence = sentence;
    }

    /** @return for the log */
    String sentence() {
        return sentence;
    }
}
