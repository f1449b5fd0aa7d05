package org.portcullis.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** In what the two databases differ here: how they take many rows at once, and how they say what a query would do. */
enum Dialect {
    H2("set referential_integrity false", "script nodata", "port_order\\.tableScan"),
    POSTGRESQL("set session_replication_role = replica",
            "select indexdef from pg_indexes where schemaname = 'public'"
                    + " and indexname not in (select conname from pg_constraint)",
            "Seq Scan on port_order ");

    private static final Pattern INDEX = Pattern.compile("(?is)create index \\W?(?:public\\W+)?(port_order\\w*)\\W.*");
    /** On orders, or of other tables on them. Only H2 lists them, and only it gains by making them anew. */
    private static final Pattern CONSTRAINT = Pattern.compile(
            "(?is)(?=.*\\Wport_order)alter table \\W?public\\W+(\\w+)\\W+add constraint \\W?public\\W+(\\w+)\\W.*");

    private final String withoutChecks;
    private final String listDefinitions;
    private final Pattern scan;

    Dialect(String withoutChecks, String listDefinitions, String scan) {
        this.withoutChecks = withoutChecks;
        this.listDefinitions = listDefinitions;
        this.scan = Pattern.compile(scan, Pattern.CASE_INSENSITIVE);
    }

    void prepareForMany(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(withoutChecks);
        }
    }

    /** @return the statements that make them again, in their order: built once, they take less time than kept with each row */
    List<String> dropIndexes(Connection connection) throws SQLException {
        var definitions = new ArrayList<String>();
        var drops = new ArrayList<String>();
        try (var statement = connection.createStatement()) {
            var result = statement.executeQuery(listDefinitions);
            while (result.next()) {
                var definition = result.getString(1).strip();
                var index = INDEX.matcher(definition);
                var constraint = CONSTRAINT.matcher(definition);
                if (index.matches()) {
                    drops.add("drop index " + index.group(1));
                    definitions.add(definition);
                } else if (constraint.matches()) {
                    drops.add("alter table " + constraint.group(1) + " drop constraint " + constraint.group(2));
                    definitions.add(definition);
                }
            }
            // What depends on another comes after it.
            Collections.reverse(drops);
            for (String drop : drops) {
                statement.execute(drop);
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
        var parameters = (int) bounded.chars().filter(c -> c == '?').count();
        try (var statement = connection.createStatement()) {
            if (this == POSTGRESQL) {
                statement.execute("set plan_cache_mode = force_generic_plan");
                statement.execute("prepare page as " + numbered(bounded));
            }
            try (var explain = connection.prepareStatement(this == H2 ? "explain " + bounded
                    : "explain execute page(" + String.join(", ", Collections.nCopies(parameters, "null")) + ")")) {
                for (int i = 1; this == H2 && i <= parameters; i++) {
                    explain.setObject(i, null);
                }
                var result = explain.executeQuery();
                while (result.next()) {
                    plan.append(result.getString(1)).append('\n');
                }
            }
            if (this == POSTGRESQL) {
                statement.execute("deallocate page");
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
