package org.portcullis.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.portcullis.account.SignedIn.Person;
import org.portcullis.organization.NumberIntake;
import org.portcullis.organization.Organization;
import org.portcullis.work.Works;
import org.portcullis.work.Works.Outcome;
import org.portcullis.work.Works.Task;

/** Adds a file of telephone numbers to an organization's, in the background. To add it again does no harm. */
@ApplicationScoped
class NumberImport {

    private static final int AT_ONCE = 1_000;

    private final Works works;

    NumberImport(Works works) {
        this.works = works;
    }

    void start(UUID id, Organization organization, Person by, List<NumberFile.Line> lines) {
        works.start(new Task(id, ReportKind.NUMBER_IMPORT, organization.id, organization.name), by, lines, AT_ONCE,
                lot -> add(organization.id, lot));
    }

    private static List<Outcome> add(UUID organizationId, List<NumberFile.Line> lot) {
        return NumberIntake.add(Organization.byId(organizationId), lot.stream().map(NumberFile.Line::reference).toList()).stream()
                .map(result -> new Outcome(ReportOutcome.of(result.outcome()), result.owner())).toList();
    }
}
