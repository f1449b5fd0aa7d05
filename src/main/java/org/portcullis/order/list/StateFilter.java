package org.portcullis.order.list;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.portcullis.order.PortOrderState;
import org.portcullis.order.StateGroup;

/**
 * Which states the list shows: those of a group, or one alone.
 *
 * @param value the value in the address
 */
public record StateFilter(String value, Set<PortOrderState> states) {

    static final StateFilter ALL = of(StateGroup.ALL);

    static StateFilter of(StateGroup group) {
        return new StateFilter(group.getValue(), group.states());
    }

    static StateFilter of(PortOrderState state) {
        return new StateFilter(state.name().toLowerCase(Locale.ROOT).replace('_', '-'), Set.of(state));
    }

    static Optional<StateFilter> byValue(String value) {
        return StateGroup.byValue(value).map(StateFilter::of).or(() -> Arrays.stream(PortOrderState.values())
                .map(StateFilter::of).filter(filter -> filter.value.equals(value)).findFirst());
    }

    boolean isAll() {
        return equals(ALL);
    }
}
