package org.portcullis.database;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.h2.Driver;

/** H2's driver, with connections that commit in groups. */
@RegisterForReflection
public class GroupedDriver extends Driver {

    /** The pool makes it. */
    public GroupedDriver() {
    }

    @Override
    public Connection connect(String url, Properties settings) throws SQLException {
        return acceptsURL(url) ? new GroupedConnection(url, settings == null ? new Properties() : settings) : null;
    }
}
