package org.portcullis.portout.desk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.portcullis.numbers.NumberFault;
import org.portcullis.numbers.NumberList;
import org.portcullis.numbers.NumberProblem;
import org.portcullis.organization.Organization;
import org.portcullis.organization.UnitedStates;

/**
 * The requested numbers, of any country that the portal serves; those without a country code are of the United States.
 *
 * @param numbers in E.164
 * @param problems entries that are no telephone number; duplicates are allowed
 */
record EntryNumbers(Set<String> numbers, List<NumberProblem> problems) {

    static EntryNumbers read(String text) {
        var list = NumberList.read(text, UnitedStates.CODE);
        var numbers = new LinkedHashSet<>(list.numbers());
        var problems = new ArrayList<NumberProblem>();
        var countries = Organization.countries().stream().filter(country -> !country.equals(UnitedStates.CODE))
                .toList();
        for (NumberProblem problem : list.problems()) {
            if (problem.fault() == NumberFault.DUPLICATE) {
                continue;
            }
            var elsewhere = problem.fault() != NumberFault.OTHER_COUNTRY ? List.<String>of()
                    : countries.stream().map(country -> NumberList.read(problem.written(), country))
                            .filter(other -> other.problems().isEmpty()).map(NumberList::numbers).findFirst()
                            .orElse(List.of());
            if (elsewhere.isEmpty()) {
                problems.add(problem);
            }
            numbers.addAll(elsewhere);
        }
        return new EntryNumbers(numbers, problems);
    }
}
