package org.portcullis.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** In what the two databases differ here: how they take many rows at once, and how they say what a query would do. */
enum Dialect {
    H2("set referential_integrity false", "script nodata", "(?s)create (?:unique )?index \"public\"\\.\"(port_order\\w*)\".*",
            "explain %s", "analyze", "port_order\\.tableScan"),
    POSTGRESQL("set session_replication_role = replica",
            "select indexdef from pg_indexes where schemaname = 'public' and tablename like 'port_order%'"
                    + " and indexname not in (select conname from pg_constraint)",
            "(?s)CREATE INDEX (port_order\\w*) .*", "explain (generic_plan) %s", "analyze", "Seq Scan on port_order ");

    private final String withoutChecks;
    private final String listIndexes;
    private final Pattern index;
    private final String explain;
    private final String analyze;
    private final Pattern scan;

    Dialect(String withoutChecks, String listIndexes, String index, String explain, String analyze, String scan) {
        this.withoutChecks = withoutChecks;
        this.listIndexes = listIndexes;
        this.index = Pattern.compile(index, Pattern.CASE_INSENSITIVE);
        this.explain = explain;
        this.analyze = analyze;
        this.scan = Pattern.compile(scan, Pattern.CASE_INSENSITIVE);
    }

    void prepareForMany(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(withoutChecks);
        }
    }

    String analyze() {
        return analyze;
    }

    /** @return the statements that make them again: built once, they take less time than kept with each row */
    List<String> dropIndexes(Connection connection) throws SQLException {
        var definitions = new ArrayList<String>();
        try (var statement = connection.createStatement()) {
            var names = new ArrayList<String>();
            var result = statement.executeQuery(listIndexes);
            while (result.next()) {
                var found = index.matcher(result.getString(1).strip());
                if (found.matches()) {
                    names.add(found.group(1));
                    definitions.add(found.group());
                }
            }
            for (String name : names) {
                statement.execute("drop index " + name);
            }
        }
        return definitions;
    }

    /**
     * @param sql as Hibernate has it, with question marks
     * @return whether the database would read all orders for it
     */
    boolean scansOrders(Connection connection, String sql) throws SQLException {
        var plan = new StringBuilder();
        var bounded = sql.replace("fetch first ? rows only", "fetch first 26 rows only");
        try (var statement = connection.prepareStatement(explain.formatted(this == H2 ? bounded : numbered(bounded)))) {
            if (this == H2) {
                for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
                    statement.setObject(i, null);
                }
            }
            var result = statement.executeQuery();
            while (result.next()) {
                plan.append(result.getString(1)).append('\n');
            }
        }
        return scan.matcher(plan).find();
    }

    private static String numbered(String sql) {
        var text = new StringBuilder();
        int last = 0;
        for (char c : sql.toCharArray()) {
            text.append(c == '?' ? "$" + ++last : String.valueOf(c));
        }
        return text.toString();
    }
}
