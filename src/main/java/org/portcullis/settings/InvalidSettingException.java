package org.portcullis.settings;

/** A setting that the portal can't start with; the message names the setting and says what it must be. */
public class InvalidSettingException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public InvalidSettingException(String message) {
        super(message);
    }
}
