package io.ctmconnect.bench;

import java.util.ArrayList;
import java.util.List;

/** Figures, as a table in Markdown. */
final class Table {
    private final int columns;
    private final List<String> lines = new ArrayList<>();

    Table(String... heads) {
        columns = heads.length;
        lines.add(line(List.of(heads)));
        lines.add("|" + "---|".repeat(columns));
    }

    Table row(Object... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException("a row has " + columns + " cells, not " + cells.length);
        }
        lines.add(line(List.of(cells)));
        return this;
    }

    private static String line(List<?> cells) {
        return "| " + String.join(" | ", cells.stream().map(String::valueOf).toList()) + " |";
    }

    @Override
    public String toString() {
        return String.join(System.lineSeparator(), lines);
    }
}
